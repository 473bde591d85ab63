# SCTBench deadlock01: two locks in two orders around a counter.
from threading import Lock, Thread

a = Lock()
b = Lock()
counter = 0


def first():
    global counter
    with a:
        with b:
            counter += 1


def second():
    global counter
    with b:
        with a:
            counter -= 1


threads = [Thread(target=first), Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
