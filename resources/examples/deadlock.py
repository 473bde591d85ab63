# Each thread holds the lock that the other one needs, so both wait for ever: a deadlock.
# section: Things that go wrong
import time
from threading import Lock, Thread

lock_a = Lock()
lock_b = Lock()


def first_a_then_b():
    with lock_a:
        print("first has lock_a")
        time.sleep(1)
        with lock_b:
            print("first has both")


def first_b_then_a():
    with lock_b:
        print("second has lock_b")
        time.sleep(1)
        with lock_a:
            print("second has both")


threads = [
    Thread(target=first_a_then_b, name="first"),
    Thread(target=first_b_then_a, name="second"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
