# SCTBench bluetooth: the driver may be stopped between the test of the flag and the count of the request.
from threading import Lock, Thread

lock = Lock()
stopping = stopping_event = stopped = False
pending = 1


def enter():
    global pending
    if stopping:
        return False
    with lock:
        pending += 1
    return True


def leave():
    global pending, stopping_event
    with lock:
        pending -= 1
        left = pending
    if left == 0:
        stopping_event = True


def add():
    if enter():
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
