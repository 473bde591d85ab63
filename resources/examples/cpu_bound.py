# Threads that only calculate take turns with the GIL: four together need four times as long as one.
# section: The GIL
import time
from threading import Thread


def calculate():
    total = 0
    for number in range(500):
        total += number


start = time.perf_counter()
threads = [Thread(target=calculate) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
milliseconds = round((time.perf_counter() - start) * 1000)
print(f"four calculations in four threads: {milliseconds} ms")
