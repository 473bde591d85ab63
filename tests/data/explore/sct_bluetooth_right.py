# The same: the request is counted before the flag is tested, and only then leaves.
from threading import Lock, Thread

lock = Lock()
stopping = stopping_event = stopped = False
pending = 1


def leave():
    global pending, stopping_event
    with lock:
        pending -= 1
        left = pending
    if left == 0:
        stopping_event = True


def add():
    global pending
    with lock:
        pending += 1
    if not stopping:
        assert not stopped, "used when it was stopped"
    leave()


def stop():
    global stopping, stopped
    stopping = True
    leave()
    if stopping_event:
        stopped = True


threads = [Thread(target=stop), Thread(target=add)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
