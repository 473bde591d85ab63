# One backs off, the other one counts in vain how often it found a lock taken: each number is an outcome.
from threading import Lock, Thread

first = Lock()
second = Lock()


def work():
    while True:
        first.acquire()
        if second.acquire(blocking=False):
            break
        first.release()
    second.release()
    first.release()


def count():
    with second:
        taken = 0
        for _ in range(2):
            if first.acquire(blocking=False):
                first.release()
            else:
                taken += 1
    assert taken == 0


threads = [Thread(target=work), Thread(target=count)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
