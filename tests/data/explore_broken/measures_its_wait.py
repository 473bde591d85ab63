# How often it looked can be told from the clock, so each number of looks is another behaviour.
import time
from threading import Thread

done = False


def work():
    global done
    done = True


def wait():
    start = time.monotonic()
    while not done:
        time.sleep(1)
    assert time.monotonic() - start < 3.5


threads = [Thread(target=wait), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
