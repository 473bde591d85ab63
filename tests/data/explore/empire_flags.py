# Deadlock Empire, boolean flags are enough for everyone: both test, then both enter.
from threading import Lock, Thread

flag = False
inside = Lock()


def enter():
    global flag
    if flag:
        return
    flag = True
    assert inside.acquire(blocking=False), "both are inside"
    inside.release()
    flag = False


threads = [Thread(target=enter), Thread(target=enter)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
