# A timeout between two looks at whether to stop: what the event would wake is not needed then.
from threading import Event, Thread

event = Event()
stop = False


def work():
    while not stop:
        event.wait(timeout=0.1)


def end():
    global stop
    stop = True
    event.set()


threads = [Thread(target=work), Thread(target=end)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
