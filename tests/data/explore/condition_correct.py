# A predicate, tested under the lock, in a loop.
from threading import Condition, Thread

condition = Condition()
ready = False


def wait():
    with condition:
        while not ready:
            condition.wait()


def notify():
    global ready
    with condition:
        ready = True
        condition.notify()


threads = [Thread(target=wait), Thread(target=notify)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
