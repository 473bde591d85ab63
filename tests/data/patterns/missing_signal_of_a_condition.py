# expect: missing-signal shelf_changed
from threading import Condition, Thread

shelf = []
shelf_changed = Condition()


def take_two():
    for _ in range(2):
        with shelf_changed:
            while not shelf:
                shelf_changed.wait()
            shelf.pop()


with shelf_changed:
    shelf.append("one")
    shelf_changed.notify()
Thread(target=take_two).start()
