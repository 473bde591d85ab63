# The variable of a closure is shared, too.
from threading import Thread


def make():
    count = 0

    def add():
        nonlocal count
        count += 1

    def value():
        return count

    return add, value


add, value = make()

threads = [Thread(target=add), Thread(target=add)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert value() == 2
