# The same with a timeout and a pause: who does not get the second lock in time gives the first back.
import time
from threading import Lock, Thread

first = Lock()
second = Lock()
done = 0


def work(one, other):
    global done
    while True:
        with one:
            if other.acquire(timeout=0.1):
                try:
                    done += 1
                    return
                finally:
                    other.release()
        time.sleep(0.1)


threads = [Thread(target=work, args=locks) for locks in ((first, second), (second, first))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert done == 2
