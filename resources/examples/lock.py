# Only the owner of the lock is between acquire and release, so no deposit is lost.
# section: Lock
import time
from threading import Lock, Thread

balance = 0
balance_lock = Lock()


def deposit(amount):
    global balance
    balance_lock.acquire()
    seen = balance
    time.sleep(1)
    balance = seen + amount
    balance_lock.release()


threads = [Thread(target=deposit, args=(amount,)) for amount in (10, 20, 30)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("balance:", balance)
