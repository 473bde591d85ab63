# An exception leaves the lock taken.
from threading import Lock, Thread

lock = Lock()


def fail():
    lock.acquire()
    try:
        raise ValueError("on the way")
        lock.release()
    except ValueError:
        pass


def work():
    lock.acquire()
    lock.release()


threads = [Thread(target=fail), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
