from threading import RLock

lock = RLock()


def outer():
    with lock:
        print("outer")
        inner()


def inner():
    with lock:
        print("inner, without waiting")


outer()
