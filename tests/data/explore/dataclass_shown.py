# Methods that dataclass() has made look at all fields, here while one of them changes.
import dataclasses
import threading


@dataclasses.dataclass(order=True)
class Point:
    x: int = 0
    y: int = 0


point = Point()
seen = []


def move():
    point.x = 1


def show():
    seen.append(repr(point))


def compare():
    seen.append(point < Point(1, 0))


threads = [threading.Thread(target=work) for work in (move, show, compare)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert "Point(x=0, y=0)" in seen
assert False in seen
