# An event that stays set.
from threading import Event, Thread

event = Event()


threads = [Thread(target=event.wait), Thread(target=event.set)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
