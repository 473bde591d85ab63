# functools.lru_cache holds no lock while the function works: two threads may both miss.
import functools
import threading

calls = []


@functools.lru_cache(maxsize=None)
def square(number):
    calls.append(number)
    return number * number


threads = [threading.Thread(target=square, args=(3,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert calls == [3]
