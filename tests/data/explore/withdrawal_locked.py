# The check and the act are one, under a lock.
from threading import Lock, Thread

balance = 100
lock = Lock()


def withdraw():
    global balance
    with lock:
        if balance >= 100:
            balance = balance - 100


threads = [Thread(target=withdraw), Thread(target=withdraw)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert balance == 0
