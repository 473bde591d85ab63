# str.format() reads attributes of what it is given.
import threading


class Point:
    x = 1


point = Point()
seen = []


def move():
    point.x = 2


def show():
    seen.append("{0.x}".format(point))


threads = [threading.Thread(target=work) for work in (move, show)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen == ["1"]
