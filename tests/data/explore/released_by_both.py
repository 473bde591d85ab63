# Two threads give back what main has taken: one of them is too late.
from threading import Lock, Thread

lock = Lock()
lock.acquire()
late = None


def give_back(name):
    global late
    try:
        lock.release()
    except RuntimeError:
        late = name


threads = [Thread(target=give_back, args=(name,)) for name in ("one", "two")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert late == "two", late
