# expect: nothing
import time
from threading import Lock, Thread

baton = Lock()


def take():
    baton.acquire()


def give():
    time.sleep(0.5)
    baton.release()


taker = Thread(target=take)
giver = Thread(target=give)
taker.start()
giver.start()
taker.join()
giver.join()
print(baton.locked())
