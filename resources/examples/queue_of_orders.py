# A queue.Queue does the waiting for you: put() blocks while it is full, get() while it is empty.
# section: Condition
import time
from queue import Queue
from threading import Thread

orders = Queue(maxsize=2)


def take_orders():
    for number in range(1, 6):
        orders.put(f"order {number}")
        print(f"order {number} taken")
    orders.put(None)


def cook():
    while (order := orders.get()) is not None:
        time.sleep(1)
        print(f"    {order} cooked")


waiter = Thread(target=take_orders, name="waiter")
kitchen = Thread(target=cook, name="kitchen")
waiter.start()
kitchen.start()
waiter.join()
kitchen.join()
