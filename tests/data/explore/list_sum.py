# A list that one thread extends while another sums it up, under a lock.
from threading import Lock, Thread

numbers = []
lock = Lock()


def extend():
    with lock:
        numbers.extend([1, 2])


def look():
    with lock:
        total = sum(numbers)
    assert total in (0, 3)


threads = [Thread(target=extend), Thread(target=look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
