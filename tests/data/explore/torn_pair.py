# Two fields that belong together, without a lock.
from threading import Thread


class Point:
    x = 0
    y = 0


point = Point()


def move():
    point.x = 1
    point.y = 1


def look():
    x = point.x
    y = point.y
    assert x == y, "half moved"


threads = [Thread(target=move), Thread(target=look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
