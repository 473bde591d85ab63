# set() and clear() at once: who comes later waits for ever.
from threading import Event, Thread

event = Event()


def wait():
    event.wait()


def pulse():
    event.set()
    event.clear()


threads = [Thread(target=wait), Thread(target=pulse)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
