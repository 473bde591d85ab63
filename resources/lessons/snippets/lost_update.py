import time
from threading import Thread

counter = 0


def add():
    global counter
    seen = counter
    time.sleep(0.1)
    counter = seen + 1


threads = [Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("added twice:", counter)
