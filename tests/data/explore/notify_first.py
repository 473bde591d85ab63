# notify() before wait(), and no predicate.
from threading import Condition, Thread

condition = Condition()


def wait():
    with condition:
        condition.wait()


def notify():
    with condition:
        condition.notify()


threads = [Thread(target=wait), Thread(target=notify)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
