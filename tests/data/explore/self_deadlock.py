# A Lock, taken twice by the same thread.
from threading import Lock, Thread

lock = Lock()


def outer():
    with lock:
        inner()


def inner():
    with lock:
        pass


threads = [Thread(target=outer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
