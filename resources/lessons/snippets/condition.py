import time
from threading import Condition, Thread

shelf = []
changed = Condition()


def bake():
    time.sleep(1)
    with changed:
        shelf.append("loaf")
        changed.notify()


Thread(target=bake).start()
with changed:
    while not shelf:
        print("the shelf is empty: wait")
        changed.wait()
    print("got a", shelf.pop())
