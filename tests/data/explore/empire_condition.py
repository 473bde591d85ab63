# Deadlock Empire, condition variables: woken by notify_all, but only one item is there.
from threading import Condition, Thread

condition = Condition()
queue = []


def consume():
    with condition:
        if not queue:
            condition.wait()
        queue.pop()


def produce():
    with condition:
        queue.append(1)
        condition.notify_all()


threads = [Thread(target=consume), Thread(target=consume), Thread(target=produce)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
