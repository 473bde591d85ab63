# threading.Barrier may be used again.
from threading import Barrier, Lock, Thread

barrier = Barrier(2)
lock = Lock()
phases = []


def work():
    for round in range(2):
        with lock:
            phases.append(round)
        barrier.wait()


threads = [Thread(target=work), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert phases == [0, 0, 1, 1]
