# Something to do between two looks at an event, which has a timeout.
from threading import Event, Thread

stop = Event()


def wait():
    while not stop.wait(0.1):
        pass


threads = [Thread(target=wait), Thread(target=stop.set)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
