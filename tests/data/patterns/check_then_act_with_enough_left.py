# expect: nothing
import time
from threading import Lock, Thread

tickets = 100
counting = Lock()


def buy(wanted):
    global tickets
    if tickets >= wanted:
        time.sleep(0.1)
        with counting:
            tickets -= wanted


buyers = [Thread(target=buy, args=(3,)) for _ in range(4)]
for buyer in buyers:
    buyer.start()
for buyer in buyers:
    buyer.join()
print(tickets)
