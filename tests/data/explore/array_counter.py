# `numbers[0] += 1` of an array, an object of C code of which nothing else is known.
import array
import threading

numbers = array.array("i", [0])


def add():
    numbers[0] += 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert numbers[0] == 2
