# wait() gives the lock away, and has it again when it returns; then the loop looks once more.
# section: Condition
import time
from threading import Condition, Thread

shelf = []
shelf_changed = Condition()


def produce():
    for number in range(1, 5):
        time.sleep(1)
        with shelf_changed:
            shelf.append(f"loaf {number}")
            print(f"baked {shelf[-1]}")
            shelf_changed.notify()


def consume(customer):
    for _ in range(2):
        with shelf_changed:
            while not shelf:
                shelf_changed.wait()
            print(f"{customer} takes {shelf.pop()}")


threads = [
    Thread(target=consume, args=("Ada",), name="Ada"),
    Thread(target=consume, args=("Ben",), name="Ben"),
    Thread(target=produce, name="baker"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("left on the shelf:", len(shelf))
