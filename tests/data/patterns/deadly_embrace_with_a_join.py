# expect: deadly-embrace
import time
from threading import Lock, Thread

lock = Lock()


def work():
    time.sleep(0.1)
    with lock:
        pass


worker = Thread(target=work)
with lock:
    worker.start()
    worker.join()
