# Both wait at the second door for the other to leave: the first should not wait there.
from threading import Thread

x = y = 0


def first():
    global x
    x = 1
    while y >= 3:
        pass
    x = 3
    if y == 1:
        x = 2
        while y != 4:
            pass
    x = 4
    while y >= 2:
        pass
    # critical
    while 2 <= y <= 3:
        pass
    x = 0


def second():
    global y
    y = 1
    while x >= 3:
        pass
    y = 3
    if x == 1:
        y = 2
        while x != 4:
            pass
    y = 4
    while x >= 2:
        pass
    while 2 <= x <= 3:
        pass
    y = 0


threads = [Thread(target=first), Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
