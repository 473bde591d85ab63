# expect: nothing
import time
from threading import Lock, Thread

counter = 0
lock = Lock()


def add():
    global counter
    with lock:
        seen = counter
        time.sleep(0.1)
        counter = seen + 1


threads = [Thread(target=add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
