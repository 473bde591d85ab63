# expect: deadly-embrace
import time
from threading import Lock, Thread

locks = [Lock(), Lock(), Lock()]


def take(first, second):
    with locks[first]:
        time.sleep(0.1)
        with locks[second]:
            pass


for number in range(3):
    Thread(target=take, args=(number, (number + 1) % 3)).start()
