# Little Book of Semaphores: at most two of three threads are inside.
from threading import BoundedSemaphore, Thread

room = BoundedSemaphore(2)


def work():
    with room:
        pass


threads = [Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
