# Two locks in two orders; who does not get the second gives the first back and begins again.
from threading import Lock, Thread

first = Lock()
second = Lock()


def work(one, other):
    while True:
        one.acquire()
        if other.acquire(blocking=False):
            break
        one.release()
    other.release()
    one.release()


threads = [Thread(target=work, args=locks) for locks in ((first, second), (second, first))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
