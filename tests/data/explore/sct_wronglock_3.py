# SCTBench wronglock_3: three threads guard the value with another lock than the one that checks.
from threading import Lock, Thread

lock = Lock()
wrong_lock = Lock()
value = 0


def check():
    global value
    with lock:
        before = value
        value += 1
        assert value == before + 1


def add():
    global value
    with wrong_lock:
        value += 1


threads = [Thread(target=check)] + [Thread(target=add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
