# The same, under a lock.
from threading import Lock, Thread

lock = Lock()
a = b = 0


def set_both():
    global a, b
    with lock:
        a = 1
        b = -1


def check():
    with lock:
        seen = (a, b)
    assert seen in ((0, 0), (1, -1)), seen


threads = [Thread(target=set_both), Thread(target=set_both), Thread(target=check)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
