# Deadlock Empire, the second tutorial: an assignment is more than one step, so both may find a one.
from threading import Lock, Thread

a = 0
inside = Lock()


def enter():
    global a
    a = a + 1
    if a == 1:
        assert inside.acquire(blocking=False), "both are inside"
        inside.release()


threads = [Thread(target=enter), Thread(target=enter)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
