# Who does not get the lock tries again.
import time
from threading import Lock, Thread

lock = Lock()
count = 0


def work():
    global count
    while not lock.acquire(blocking=False):
        time.sleep(0.01)
    count += 1
    lock.release()


threads = [Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert count == 2
