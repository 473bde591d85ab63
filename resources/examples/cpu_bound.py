# Threads that only calculate take turns with the GIL: two together need as long as one by one.
# section: The GIL
import time
from threading import Thread


def calculate():
    total = 0
    for number in range(200):
        total += number


def milliseconds_since(start):
    return round((time.perf_counter() - start) * 1000)


start = time.perf_counter()
calculate()
calculate()
print("one after the other:", milliseconds_since(start), "ms")

start = time.perf_counter()
threads = [Thread(target=calculate) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("in two threads:     ", milliseconds_since(start), "ms")
