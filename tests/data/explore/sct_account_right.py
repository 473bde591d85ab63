# The same, with the right sum in the check.
from threading import Lock, Thread

lock = Lock()
balance = 100
has_deposited = has_withdrawn = False


def deposit():
    global balance, has_deposited
    with lock:
        balance += 50
        has_deposited = True


def withdraw():
    global balance, has_withdrawn
    with lock:
        balance -= 30
        has_withdrawn = True


def check():
    with lock:
        if has_deposited and has_withdrawn:
            assert balance == 120, balance


threads = [Thread(target=deposit), Thread(target=withdraw), Thread(target=check)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
