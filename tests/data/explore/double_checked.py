# Tested without the lock and again under it.
from threading import Lock, Thread

instance = None
made = []
lock = Lock()


def get():
    global instance
    if instance is None:
        with lock:
            if instance is None:
                instance = object()
                made.append(instance)
    return instance


threads = [Thread(target=get), Thread(target=get)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(made) == 1
