# SCTBench sync01: producer and consumer are right, and the sum that is expected is wrong: every schedule fails.
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
        full.notify()


def consume():
    global count
    with lock:
        while count == 0:
            full.wait()
        count -= 1
        empty.notify()


threads = [Thread(target=produce), Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert count != 1, count
