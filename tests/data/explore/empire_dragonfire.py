# Deadlock Empire, Dragonfire: the fire goes out without the lock being tested again.
from threading import Lock, Semaphore, Thread

firebreathing = Lock()
breath = Semaphore(0)
energy = 0


def head():
    global energy
    with firebreathing:
        energy += 1
        breath.release()


def body():
    global energy
    if breath.acquire(blocking=False):
        energy -= 1
        assert energy >= 0
    elif energy > 0:
        energy -= 1


threads = [Thread(target=head), Thread(target=body)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert energy == 0 or breath.acquire(blocking=False), "energy without breath"
