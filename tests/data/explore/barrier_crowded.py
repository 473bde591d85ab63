# Three threads come to a barrier for two: one of them waits for ever.
from threading import Barrier, Thread

barrier = Barrier(2)


def work():
    barrier.wait()


threads = [Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
