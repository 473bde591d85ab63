# Two locks, taken in opposite orders.
from threading import Lock, Thread

a = Lock()
b = Lock()


def one():
    with a:
        with b:
            pass


def two():
    with b:
        with a:
            pass


threads = [Thread(target=one), Thread(target=two)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
