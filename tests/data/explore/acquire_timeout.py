# What if the lock is not to be had in time?
from threading import Lock, Thread

lock = Lock()
total = 0


def hold():
    with lock:
        pass


def work():
    got = lock.acquire(timeout=5)
    assert got, "nobody thought of that"
    lock.release()


threads = [Thread(target=hold), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
