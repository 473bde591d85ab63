# Little Book of Semaphores: dining savages, and a cook who fills the pot when it is empty, whom two may call at once.
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
    if servings == 0:
        empty.release()
        full.acquire()
    with mutex:
        servings -= 1
        assert servings >= 0, "the pot is empty"


Thread(target=cook, daemon=True).start()
threads = [Thread(target=eat), Thread(target=eat)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
