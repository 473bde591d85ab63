# Two locks, always in the same order.
from threading import Lock, Thread

a = Lock()
b = Lock()


def work():
    with a, b:
        pass


threads = [Thread(target=work), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
