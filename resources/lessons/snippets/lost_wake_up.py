import time
from threading import Condition, Thread

bell = Condition()


def late():
    time.sleep(1)
    with bell:
        print("heard the bell:", bell.wait(timeout=5))


Thread(target=late).start()
with bell:
    bell.notify()
