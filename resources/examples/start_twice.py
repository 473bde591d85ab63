# A thread object runs once in its life: a second start() raises RuntimeError. Make a new one.
# section: Thread objects
import time
from threading import Thread


def work():
    print("working")
    time.sleep(1)


worker = Thread(target=work)
worker.start()
worker.join()

try:
    worker.start()
except RuntimeError as error:
    print("RuntimeError:", error)

another = Thread(target=work)
another.start()
another.join()
