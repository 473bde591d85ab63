# The flag is tested outside of the lock, and the wake-up comes in between.
from threading import Condition, Thread

condition = Condition()
ready = False


def wait():
    if not ready:
        with condition:
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
