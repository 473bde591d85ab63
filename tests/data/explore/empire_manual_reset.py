# Deadlock Empire, manual reset event: the event is cleared while the other one believes in it.
from threading import Event, Thread

event = Event()
counter = 0


def watch():
    event.wait()
    assert counter % 2 == 0, "odd"


def work():
    global counter
    for _ in range(2):
        event.clear()
        counter += 1
        counter += 1
        event.set()


threads = [Thread(target=watch), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
