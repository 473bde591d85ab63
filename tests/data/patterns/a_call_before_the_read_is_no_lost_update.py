# expect: nothing
import time
from threading import Thread

counter = 0


def one():
    time.sleep(0.1)
    return 1


def add():
    global counter
    counter = one() + counter


threads = [Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
