# `case Point(1)` reads attributes of what it is given.
import threading


class Point:
    __match_args__ = ("x",)

    def __init__(self, x):
        self.x = x


point = Point(1)
seen = []


def move():
    point.x = 2


def look():
    match point:
        case Point(1):
            seen.append(1)
        case Point(x):
            seen.append(x)


threads = [threading.Thread(target=work) for work in (move, look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen == [1]
