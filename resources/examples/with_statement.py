# `with` is short for acquire, try, finally, release: the two functions do exactly the same.
# section: with statement
import time
from threading import Lock, Thread

mutex = Lock()


def task_with():
    with mutex:
        print("with: has the lock")
        time.sleep(1)
        print("with: leaves")


def task_try():
    mutex.acquire()
    try:
        print("try: has the lock")
        time.sleep(1)
        print("try: leaves")
    finally:
        mutex.release()


threads = [Thread(target=task_with), Thread(target=task_try)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("locked at the end:", mutex.locked())
