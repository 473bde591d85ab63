# Check, then act: both see enough money, both take it.
from threading import Thread

balance = 100


def withdraw():
    global balance
    if balance >= 100:
        balance = balance - 100


threads = [Thread(target=withdraw), Thread(target=withdraw)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert balance >= 0
