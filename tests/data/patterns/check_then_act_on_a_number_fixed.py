# expect: nothing
import time
from threading import Lock, Thread

tickets = 1
counter_is_open = Lock()


def buy():
    global tickets
    with counter_is_open:
        if tickets > 0:
            time.sleep(0.1)
            tickets -= 1


buyers = [Thread(target=buy) for _ in range(3)]
for buyer in buyers:
    buyer.start()
for buyer in buyers:
    buyer.join()
print(tickets)
