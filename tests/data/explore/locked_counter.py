# Three threads add under a lock: all six orders give 3.
from threading import Lock, Thread

counter = 0
lock = Lock()


def add():
    global counter
    with lock:
        counter += 1


threads = [Thread(target=add), Thread(target=add), Thread(target=add)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter == 3
