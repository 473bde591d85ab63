# expect: nothing
from threading import RLock

lock = RLock()


def inner():
    with lock:
        print("at once")


with lock:
    inner()
