# Deadlock Empire, the first tutorial: nothing keeps the two apart.
from threading import Lock, Thread

flag = True
inside = Lock()


def critical():
    assert inside.acquire(blocking=False), "both are inside"
    inside.release()


def second():
    if flag:
        critical()


threads = [Thread(target=critical), Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
