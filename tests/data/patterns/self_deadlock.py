# expect: self-deadlock lock
from threading import Lock

lock = Lock()


def inner():
    with lock:
        print("never")


with lock:
    inner()
