# Two threads start a third one: one of them is too late.
from threading import Thread

late = None
helper = Thread(target=print, args=("hello",))


def start(name):
    global late
    try:
        helper.start()
    except RuntimeError:
        late = name


threads = [Thread(target=start, args=(name,)) for name in ("one", "two")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert late == "two", late
