# The predicate is tested whenever a timeout comes, with the lock held from one wait to the next.
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
        condition.notify()


threads = [Thread(target=wait), Thread(target=signal)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
