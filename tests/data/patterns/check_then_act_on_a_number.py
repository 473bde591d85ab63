# expect: check-then-act tickets
import time
from threading import Thread

tickets = 1


def buy():
    global tickets
    if tickets > 0:
        time.sleep(0.1)
        tickets -= 1


buyers = [Thread(target=buy) for _ in range(2)]
for buyer in buyers:
    buyer.start()
for buyer in buyers:
    buyer.join()
print(tickets)
