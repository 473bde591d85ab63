# Whoever finds the queue empty for a while tries again.
from queue import Empty, Queue
from threading import Thread

jobs = Queue()


def take():
    while True:
        try:
            job = jobs.get(timeout=0.1)
            break
        except Empty:
            pass
    assert job == 1


def put():
    jobs.put(1)


threads = [Thread(target=take), Thread(target=put)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
