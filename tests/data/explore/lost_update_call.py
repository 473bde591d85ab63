# With a call between reading and writing, CPython 3.11 loses the update, too.
from threading import Thread

counter = 0


def one():
    return 1


def add():
    global counter
    counter = counter + one()


threads = [Thread(target=add), Thread(target=add)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter == 2, f"an update was lost: {counter}"
