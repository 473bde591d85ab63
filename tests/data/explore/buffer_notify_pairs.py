# Two producers and two consumers, one condition and notify(): the wrong kind may be woken.
from threading import Condition, Thread

condition = Condition()
items = []


def produce():
    with condition:
        while len(items) == 1:
            condition.wait()
        items.append(1)
        condition.notify()


def consume():
    with condition:
        while not items:
            condition.wait()
        items.pop()
        condition.notify()


threads = [Thread(target=produce), Thread(target=produce), Thread(target=consume), Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
