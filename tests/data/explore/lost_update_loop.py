# Two threads, two additions each.
from threading import Thread

counter = 0


def add():
    global counter
    for _ in range(2):
        counter += 1


threads = [Thread(target=add), Thread(target=add)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter == 4
