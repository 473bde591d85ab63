# Deadlock Empire, confused counter: the two counts differ for one who looks in between.
from threading import Thread

first = 0
second = 0


def count():
    global first, second
    first += 1
    second += 1
    if second == 2 and first != 2:
        raise AssertionError("the counters are confused")


threads = [Thread(target=count), Thread(target=count)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
