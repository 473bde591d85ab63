# Two locks in both orders, but a semaphore of one lets only one thread come near them.
from threading import Lock, Semaphore, Thread

gate = Semaphore(1)
a, b = Lock(), Lock()


def take(first, second):
    with gate:
        with first:
            with second:
                pass


threads = [Thread(target=take, args=(a, b)), Thread(target=take, args=(b, a))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
