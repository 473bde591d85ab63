# One condition, but notify_all().
from threading import Condition, Thread

condition = Condition()
items = []


def produce(n):
    for i in range(n):
        with condition:
            while len(items) == 1:
                condition.wait()
            items.append(i)
            condition.notify_all()


def consume():
    with condition:
        while not items:
            condition.wait()
        items.pop()
        condition.notify_all()


threads = [Thread(target=produce, args=(2,)), Thread(target=consume), Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
