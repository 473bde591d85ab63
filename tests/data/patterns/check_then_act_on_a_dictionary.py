# expect: check-then-act cache
import time
from threading import Thread

cache = {}


def look_up(key):
    if key not in cache:
        time.sleep(0.1)
        cache[key] = len(cache)


readers = [Thread(target=look_up, args=("a",)) for _ in range(2)]
for reader in readers:
    reader.start()
for reader in readers:
    reader.join()
print(cache)
