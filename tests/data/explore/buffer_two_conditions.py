# A condition for each kind of waiters.
from threading import Condition, Lock, Thread

lock = Lock()
not_empty = Condition(lock)
not_full = Condition(lock)
items = []


def produce():
    for i in range(2):
        with lock:
            while len(items) == 1:
                not_full.wait()
            items.append(i)
            not_empty.notify()


def consume():
    with lock:
        while not items:
            not_empty.wait()
        items.pop()
        not_full.notify()


threads = [Thread(target=produce), Thread(target=consume), Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
