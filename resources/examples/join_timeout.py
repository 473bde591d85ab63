# join(timeout) gives up waiting, not the thread: it returns None either way, so ask is_alive().
# section: Thread objects
import time
from threading import Thread


def work():
    time.sleep(3)
    print("work is done")


worker = Thread(target=work)
worker.start()
while worker.is_alive():
    print("still waiting")
    worker.join(timeout=1.2)
print("the worker is over")
