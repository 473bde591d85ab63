# Two fields that belong together, under a lock.
from threading import Lock, Thread


class Point:
    def __init__(self):
        self.lock = Lock()
        self.x = 0
        self.y = 0


point = Point()


def move():
    with point.lock:
        point.x = 1
        point.y = 1


def look():
    with point.lock:
        assert point.x == point.y


threads = [Thread(target=move), Thread(target=look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
