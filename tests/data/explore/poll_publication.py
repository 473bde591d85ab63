# The same with a rest between two looks, and the value behind the flag.
import time
from threading import Thread

done = False
value = 0


def work():
    global done, value
    value = 42
    done = True


def wait():
    while not done:
        time.sleep(0.01)
    assert value == 42


threads = [Thread(target=wait), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
