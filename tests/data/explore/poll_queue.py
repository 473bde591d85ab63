# Whoever finds the queue empty tries again at once.
import queue
from threading import Thread

jobs = queue.Queue()


def take():
    while True:
        try:
            job = jobs.get_nowait()
        except queue.Empty:
            continue
        assert job == 1
        return


threads = [Thread(target=take), Thread(target=jobs.put, args=(1,))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
