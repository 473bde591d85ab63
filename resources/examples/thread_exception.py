# An uncaught error ends its own thread only: the others go on, and so does the main thread.
# section: Things that go wrong
import time
from threading import Thread


def divide(number):
    time.sleep(1)
    print(f"100 / {number} = {100 / number}")


threads = [Thread(target=divide, args=(number,)) for number in (5, 0, 4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("the main thread goes on")
