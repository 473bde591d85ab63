# Five philosophers, each takes the left fork first.
from threading import Lock, Thread

N = 5
forks = [Lock() for _ in range(N)]


def dine(first, second):
    with forks[first]:
        with forks[second]:
            pass


threads = [Thread(target=dine, args=(i, (i + 1) % N)) for i in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
