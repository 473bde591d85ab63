# A subclass overrides run() and nothing else but __init__(); start() calls run() in the new thread.
# section: Creating threads
import time
from threading import Thread, current_thread


class Squarer(Thread):
    def __init__(self, number):
        super().__init__(name=f"squarer of {number}")
        self.number = number
        self.result = None

    def run(self):
        print(f"run() is called in the {current_thread().name}")
        time.sleep(self.number)
        self.result = self.number**2


squarers = [Squarer(number) for number in (3, 1, 2)]
for squarer in squarers:
    squarer.start()
for squarer in squarers:
    squarer.join()
    print(squarer.name, "is", squarer.result)
