# `bits[0] += 1` reads and then writes an item of a bytearray.
import threading

bits = bytearray(1)


def add():
    bits[0] += 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert bits[0] == 2
