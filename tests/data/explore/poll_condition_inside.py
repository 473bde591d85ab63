# The predicate is tested without the lock, so a wait may begin when it is true already; the timeout ends it.
from threading import Condition, Thread

condition = Condition()
ready = False


def wait():
    while not ready:
        with condition:
            condition.wait(timeout=0.1)


def signal():
    global ready
    ready = True
    with condition:
        condition.notify()


threads = [Thread(target=wait), Thread(target=signal)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
