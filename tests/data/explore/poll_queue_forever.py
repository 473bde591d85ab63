# Two consumers for one job: the second one asks for ever, however short its timeout is.
from queue import Empty, Queue
from threading import Thread

jobs = Queue()


def take():
    while True:
        try:
            jobs.get(timeout=0.1)
            return
        except Empty:
            pass


threads = [Thread(target=take) for _ in range(2)]
for thread in threads:
    thread.start()
jobs.put(1)
for thread in threads:
    thread.join()
