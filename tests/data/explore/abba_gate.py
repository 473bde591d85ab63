# Two locks in opposite orders, but only behind a third one.
from threading import Lock, Thread

gate = Lock()
a = Lock()
b = Lock()


def one():
    with gate, a, b:
        pass


def two():
    with gate, b, a:
        pass


threads = [Thread(target=one), Thread(target=two)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
