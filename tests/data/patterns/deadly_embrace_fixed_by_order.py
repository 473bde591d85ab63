# expect: nothing
import time
from threading import Lock, Thread

locks = [Lock(), Lock(), Lock()]


def take(first, second):
    with locks[min(first, second)]:
        time.sleep(0.1)
        with locks[max(first, second)]:
            pass


for number in range(3):
    Thread(target=take, args=(number, (number + 1) % 3)).start()
