# Deadlock Empire, semaphores: who has waited in vain releases all the same.
from threading import Lock, Semaphore, Thread

semaphore = Semaphore(0)
inside = Lock()


def one():
    semaphore.acquire()
    assert inside.acquire(blocking=False), "both are inside"
    inside.release()
    semaphore.release()


def two():
    for _ in range(3):
        if semaphore.acquire(timeout=0.5):
            assert inside.acquire(blocking=False), "both are inside"
            inside.release()
        semaphore.release()


threads = [Thread(target=one), Thread(target=two)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
