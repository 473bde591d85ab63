# The same, the number drawn under a lock: one alone gets the one.
from threading import Lock, Thread

a = 0
lock = Lock()
inside = Lock()


def enter():
    global a
    with lock:
        a = a + 1
        mine = a
    if mine == 1:
        assert inside.acquire(blocking=False), "both are inside"
        inside.release()


threads = [Thread(target=enter), Thread(target=enter)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
