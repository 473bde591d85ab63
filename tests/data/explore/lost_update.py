# Two threads add 1 to a counter. `counter += 1` reads and then writes: both may read 0.
from threading import Thread

counter = 0


def add():
    global counter
    counter += 1


threads = [Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter == 2, f"an update was lost: {counter}"
