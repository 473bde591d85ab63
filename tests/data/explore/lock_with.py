# `with` gives the lock back, whatever happens.
from threading import Lock, Thread

lock = Lock()


def fail():
    try:
        with lock:
            raise ValueError("on the way")
    except ValueError:
        pass


def work():
    with lock:
        pass


threads = [Thread(target=fail), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
