# setdefault() is one step: both get the same list.
from threading import Thread

table = {}


def add(value):
    table.setdefault("key", []).append(value)


threads = [Thread(target=add, args=(1,)), Thread(target=add, args=(2,))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert sorted(table["key"]) == [1, 2]
