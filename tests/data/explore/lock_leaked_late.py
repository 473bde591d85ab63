# Who finds that things went bad returns and keeps the lock.
from threading import Lock, Thread

lock = Lock()
bad = False


def check():
    lock.acquire()
    if bad:
        return
    lock.release()


def spoil():
    global bad
    bad = True


def work():
    with lock:
        pass


threads = [Thread(target=check), Thread(target=spoil), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
