# A look under an RLock that is taken twice, one within the other.
from threading import RLock, Thread

lock = RLock()
ready = False


def is_ready():
    with lock:
        return ready


def wait():
    while True:
        with lock:
            if is_ready():
                return


def signal():
    global ready
    with lock:
        ready = True


threads = [Thread(target=wait), Thread(target=signal)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
