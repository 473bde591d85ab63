from threading import Lock, Thread

lock = Lock()


def careless():
    lock.acquire()
    return "and forgot to release"


Thread(target=careless).start()
print("is it free?", lock.acquire(timeout=1))
