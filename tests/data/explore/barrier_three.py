# Who comes first to a barrier makes no difference where nobody asks.
from threading import Barrier, Thread

barrier = Barrier(3)
ready = [0, 0, 0]


def work():
    barrier.wait()


threads = [Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
