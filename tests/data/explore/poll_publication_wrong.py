# The flag is up before the value behind it is there.
import time
from threading import Thread

done = False
value = 0


def work():
    global done, value
    done = True
    value = 42


def wait():
    while not done:
        time.sleep(0.01)
    assert value == 42


threads = [Thread(target=wait), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
