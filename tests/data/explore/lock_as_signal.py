# A lock as a signal: who waits takes it twice, and the other gives it back. Too early, that is an error.
from threading import Lock, Thread

ready = Lock()
letter = None


def read():
    ready.acquire()
    ready.acquire()
    assert letter == "news"


def write():
    global letter
    letter = "news"
    ready.release()


threads = [Thread(target=read), Thread(target=write)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
