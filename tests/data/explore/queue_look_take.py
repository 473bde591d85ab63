# The same with a queue of one's own: a look that is none of the taking.
from threading import Semaphore, Thread

items = ["only one"]
available = Semaphore(1)


def consume():
    if items:
        available.acquire()
        items.pop()


threads = [Thread(target=consume), Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
