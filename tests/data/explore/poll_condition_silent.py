# Nobody notifies, and the timeouts make up for it.
from threading import Condition, Thread

condition = Condition()
ready = False


def wait():
    with condition:
        while not ready:
            condition.wait(timeout=0.1)


def signal():
    global ready
    with condition:
        ready = True


threads = [Thread(target=wait), Thread(target=signal)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
