import time
from threading import Thread


def fetch(name):
    time.sleep(1)
    print(name, "is there")


start = time.perf_counter()
threads = [Thread(target=fetch, args=(name,)) for name in ("film", "song", "book")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{time.perf_counter() - start:.0f} second for all three")
