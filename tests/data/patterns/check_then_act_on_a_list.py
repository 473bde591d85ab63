# expect: check-then-act shelf
import time
from threading import Thread

shelf = ["bread"]


def take():
    if shelf:
        time.sleep(0.1)
        shelf.pop()


customers = [Thread(target=take) for _ in range(2)]
for customer in customers:
    customer.start()
for customer in customers:
    customer.join()
print(shelf)
