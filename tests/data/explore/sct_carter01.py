# SCTBench carter01: the first of each kind takes the common lock, and waits for it inside of the counters' lock.
from threading import Lock, Thread

counters = Lock()
common = Lock()
inside = {"A": 0, "B": 0}


def work(kind):
    with counters:
        inside[kind] += 1
        if inside[kind] == 1:
            common.acquire()
    with counters:
        inside[kind] -= 1
        if inside[kind] == 0:
            common.release()


threads = [Thread(target=work, args=("A",)), Thread(target=work, args=("B",))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
