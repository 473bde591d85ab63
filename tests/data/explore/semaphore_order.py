# The mutex is taken before the items are waited for.
from threading import Semaphore, Thread

mutex = Semaphore(1)
items = Semaphore(0)


def produce():
    mutex.acquire()
    items.release()
    mutex.release()


def consume():
    mutex.acquire()
    items.acquire()
    mutex.release()


threads = [Thread(target=produce), Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
