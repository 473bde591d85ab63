# The same, one lock for both.
from threading import Lock, Thread

lock = Lock()
first = second = 0


def write():
    global first, second
    with lock:
        first = 1
        second = first + 1


def read():
    with lock:
        if first != 0:
            assert second == first + 1


threads = [Thread(target=write), Thread(target=read)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
