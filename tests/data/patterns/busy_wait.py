# expect: busy-wait
import time
from threading import Thread

is_done = False


def work():
    global is_done
    time.sleep(0.1)
    is_done = True


Thread(target=work).start()
while not is_done:
    pass
