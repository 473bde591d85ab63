# Deadlock Empire, producer and consumer: the counter is incremented before there is anything.
from collections import deque
from threading import Semaphore, Thread

semaphore = Semaphore(0)
queue = deque()


def consume():
    semaphore.acquire()
    queue.popleft()


def produce():
    semaphore.release()
    queue.append("golem")


threads = [Thread(target=consume), Thread(target=produce)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
