# A pool of one worker, whose job waits for another job of the pool.
from queue import SimpleQueue
from threading import Event, Thread

jobs = SimpleQueue()


def worker():
    while True:
        job = jobs.get()
        if job is None:
            return
        job()


def outer():
    done = Event()
    jobs.put(done.set)
    done.wait()
    jobs.put(None)


pool = Thread(target=worker)
pool.start()
jobs.put(outer)
pool.join()
