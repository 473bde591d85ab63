# expect: lost-wake-up bell
import time
from threading import Condition, Thread

bell = Condition()


def sleep_in():
    time.sleep(1)
    with bell:
        bell.wait()


Thread(target=sleep_in).start()
with bell:
    bell.notify()
