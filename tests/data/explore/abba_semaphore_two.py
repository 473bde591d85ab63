# The same with a semaphore of two, which keeps nobody away.
from threading import Lock, Semaphore, Thread

gate = Semaphore(2)
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
