# SCTBench sync01: the consumer forgets to take anything, so what the producer waits for never comes.
from threading import Condition, Lock, Thread

lock = Lock()
empty = Condition(lock)
full = Condition(lock)
count = 1


def produce():
    global count
    with lock:
        while count > 0:
            empty.wait()
        count += 1
    with lock:
        full.notify()


def consume():
    with lock:
        while count == 0:
            full.wait()
    with lock:
        empty.notify()


threads = [Thread(target=produce), Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
