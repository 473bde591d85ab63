# Three philosophers, two seats.
from threading import Lock, Semaphore, Thread

N = 3
forks = [Lock() for _ in range(N)]
seats = Semaphore(N - 1)


def dine(i):
    with seats:
        with forks[i]:
            with forks[(i + 1) % N]:
                pass


threads = [Thread(target=dine, args=(i,)) for i in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
