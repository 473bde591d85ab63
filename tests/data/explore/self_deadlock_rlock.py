# An RLock may be taken twice by its owner.
from threading import RLock, Thread

lock = RLock()


def outer():
    with lock:
        inner()


def inner():
    with lock:
        pass


threads = [Thread(target=outer), Thread(target=outer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
