# One thread starts a helper that waits, another asks whether it is alive: it need not be yet.
from threading import Event, Thread

done = Event()
helper = Thread(target=done.wait)


def look():
    alive = helper.is_alive()
    done.set()
    assert alive


threads = [Thread(target=helper.start), Thread(target=look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
