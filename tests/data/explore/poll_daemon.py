# A clock that ticks for ever beside two threads that count.
import time
from threading import Lock, Thread

lock = Lock()
count = 0


def tick():
    while True:
        time.sleep(1)


def work():
    global count
    with lock:
        count += 1


Thread(target=tick, daemon=True).start()
threads = [Thread(target=work), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert count == 2
