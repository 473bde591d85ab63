import time
from threading import Barrier, Thread

gate = Barrier(2, action=lambda: print("both are here"))


def meet(name, seconds):
    time.sleep(seconds)
    place = gate.wait()
    print(name, "goes on, place", place)


Thread(target=meet, args=("Ada", 1)).start()
Thread(target=meet, args=("Ben", 2)).start()
