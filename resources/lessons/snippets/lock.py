import time
from threading import Lock, Thread

balance = 0
lock = Lock()


def deposit():
    global balance
    with lock:
        seen = balance
        time.sleep(0.1)
        balance = seen + 10


threads = [Thread(target=deposit) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
