# SCTBench twostage: two values that belong together, each under a lock of its own.
from threading import Lock, Thread

first_lock = Lock()
second_lock = Lock()
first = second = 0


def write():
    global first, second
    with first_lock:
        first = 1
    with second_lock:
        second = first + 1


def read():
    with first_lock:
        seen = first
    if seen == 0:
        return
    with second_lock:
        assert second == seen + 1


threads = [Thread(target=write), Thread(target=read)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
