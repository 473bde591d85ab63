# A BoundedSemaphore refuses what is released too often.
from threading import BoundedSemaphore, Thread

semaphore = BoundedSemaphore(1)


def leave_twice():
    semaphore.acquire()
    semaphore.release()
    semaphore.release()


threads = [Thread(target=leave_twice)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
