# Two threads may both find that there is none yet.
from threading import Thread

instance = None
made = []


def get():
    global instance
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
