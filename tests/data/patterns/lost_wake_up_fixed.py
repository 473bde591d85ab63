# expect: nothing
import time
from threading import Condition, Thread

bell = Condition()
has_rung = False


def sleep_in():
    time.sleep(1)
    with bell:
        while not has_rung:
            bell.wait()


Thread(target=sleep_in).start()
with bell:
    has_rung = True
    bell.notify()
