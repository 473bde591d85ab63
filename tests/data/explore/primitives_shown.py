# repr() of a primitive tells what it is in at that moment.
import threading

lock = threading.Lock()
event = threading.Event()
seen = []


def work():
    with lock:
        event.set()


def look():
    seen.append((" locked" in repr(lock).replace("<", " "), event._flag))


threads = [threading.Thread(target=work) for work in (work, look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen in ([(False, False)], [(True, False)], [(True, True)], [(False, True)])
assert seen != [(True, True)]
