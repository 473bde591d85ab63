# A thread that waits gives the GIL away, so five waits of a second take one second, not five.
# section: The GIL
import time
from threading import Thread


def ask_server():
    time.sleep(1)


start = time.perf_counter()
threads = [Thread(target=ask_server) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"five answers after {time.perf_counter() - start:.1f} s")
