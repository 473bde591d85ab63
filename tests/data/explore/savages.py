# Little Book of Semaphores: dining savages, and a cook who fills the pot when it is empty.
from threading import Lock, Semaphore, Thread

servings = 0
mutex = Lock()
empty, full = Semaphore(0), Semaphore(0)


def cook():
    global servings
    while True:
        empty.acquire()
        servings = 1
        full.release()


def eat():
    global servings
    with mutex:
        if servings == 0:
            empty.release()
            full.acquire()
        servings -= 1


Thread(target=cook, daemon=True).start()
threads = [Thread(target=eat), Thread(target=eat)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
