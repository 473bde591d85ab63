import time
from threading import Event, Thread

ready = Event()


def patient():
    tries = 1
    while not ready.wait(timeout=1):
        tries += 1
    print("ready after", tries, "tries")


Thread(target=patient).start()
time.sleep(2.5)
ready.set()
