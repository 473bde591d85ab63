# The flag is looked at under a lock, which is given back for the rest between two looks.
import time
from threading import Lock, Thread

lock = Lock()
done = False


def work():
    global done
    with lock:
        done = True


def wait():
    while True:
        with lock:
            if done:
                break
        time.sleep(0.01)


threads = [Thread(target=wait), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
