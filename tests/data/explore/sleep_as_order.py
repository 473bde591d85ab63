# sleep() is taken for synchronisation.
import time
from threading import Thread

data = []


def produce():
    data.append(1)


def consume():
    time.sleep(1)
    assert data, "nothing there yet"


threads = [Thread(target=produce), Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
