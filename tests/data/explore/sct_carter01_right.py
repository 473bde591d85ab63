# The same, each kind with a lock of its own for its counter.
from threading import Lock, Thread

common = Lock()


class Kind:
    def __init__(self):
        self.lock = Lock()
        self.inside = 0


def work(kind):
    with kind.lock:
        kind.inside += 1
        if kind.inside == 1:
            common.acquire()
    with kind.lock:
        kind.inside -= 1
        if kind.inside == 0:
            common.release()


kinds = [Kind(), Kind()]
threads = [Thread(target=work, args=(kind,)) for kind in kinds]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
