# The same, one lock for all.
from threading import Lock, Thread

lock = Lock()
value = 0


def check():
    global value
    with lock:
        before = value
        value += 1
        assert value == before + 1


def add():
    global value
    with lock:
        value += 1


threads = [Thread(target=check)] + [Thread(target=add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
