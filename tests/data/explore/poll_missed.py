# A signal that is taken back before everybody has seen it.
import time
from threading import Thread

signal = False


def send():
    global signal
    signal = True
    signal = False


def wait():
    while not signal:
        time.sleep(0.01)


threads = [Thread(target=wait), Thread(target=send)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
