# expect: nothing
import time
from threading import Lock, Thread

lock_a, lock_b = Lock(), Lock()


def take(first, second):
    first.acquire()
    time.sleep(0.1)
    second.acquire()
    second.release()


one = Thread(target=take, args=(lock_a, lock_b), daemon=True)
two = Thread(target=take, args=(lock_b, lock_a), daemon=True)
one.start()
two.start()
time.sleep(1)
lock_a.release()
lock_b.release()
one.join()
two.join()
