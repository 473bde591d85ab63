# expect: foreign-release lock
from threading import RLock, Thread

lock = RLock()


def release():
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


with lock:
    thread = Thread(target=release)
    thread.start()
    thread.join()
