# A barrier: who has come is counted, and all look whether it is all.
from threading import Lock, Thread

lock = Lock()
arrived = 0


def work():
    global arrived
    with lock:
        arrived += 1
    while arrived < 3:
        pass


threads = [Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
