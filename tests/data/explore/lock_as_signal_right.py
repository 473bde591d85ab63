# The same, with the lock taken before the threads are there.
from threading import Lock, Thread

ready = Lock()
ready.acquire()
letter = None


def read():
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
