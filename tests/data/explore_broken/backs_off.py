# Each takes its lock, tries the other's and gives its own back if that is taken: this can go on for ever.
import time
from threading import Lock, Thread

a = Lock()
b = Lock()


def work(mine, other):
    while True:
        with mine:
            if other.acquire(blocking=False):
                other.release()
                return
        time.sleep(0.01)


threads = [Thread(target=work, args=(a, b)), Thread(target=work, args=(b, a))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
