# Two threads take a number from one iterator: either may be the first.
import itertools
import threading

numbers = itertools.count()
taken = {}


def take(name):
    taken[name] = next(numbers)


threads = [threading.Thread(target=take, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert taken["a"] == 0
