# The items are waited for before the mutex is taken.
from threading import Semaphore, Thread

mutex = Semaphore(1)
items = Semaphore(0)


def produce():
    mutex.acquire()
    items.release()
    mutex.release()


def consume():
    items.acquire()
    mutex.acquire()
    mutex.release()


threads = [Thread(target=produce), Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
