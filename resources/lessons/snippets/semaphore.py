import time
from threading import Semaphore, Thread

parking = Semaphore(2)


def park(car):
    with parking:
        print(car, "parks")
        time.sleep(1)


for car in ("red", "blue", "green"):
    Thread(target=park, args=(car,)).start()
