# A waiter lets one philosopher at a time take forks.
from threading import Lock, Thread

N = 4
forks = [Lock() for _ in range(N)]
waiter = Lock()


def dine(i):
    left, right = forks[i], forks[(i + 1) % N]
    waiter.acquire()
    left.acquire()
    right.acquire()
    waiter.release()
    left.release()
    right.release()


threads = [Thread(target=dine, args=(i,)) for i in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
