# Who notifies has not made the predicate true, and nobody else will: the timeouts do not help.
from threading import Condition, Thread

condition = Condition()
ready = False


def wait():
    with condition:
        while not ready:
            condition.wait(timeout=0.1)


def signal():
    with condition:
        pass  # ready = True
        condition.notify()


threads = [Thread(target=wait), Thread(target=signal)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
