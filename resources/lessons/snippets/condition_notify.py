import time
from threading import Condition, Thread

bell = Condition()


def sleeper(name):
    with bell:
        bell.wait()
        print(name, "wakes")


for name in ("Ada", "Ben", "Cyd"):
    Thread(target=sleeper, args=(name,)).start()
time.sleep(1)
with bell:
    bell.notify()
    print("one was notified, but the bell is still mine")
time.sleep(1)
with bell:
    bell.notify_all()
