# Readers count themselves without a lock: a torn read, or a room that is never left.
from threading import Semaphore, Thread



class Reader:
    is_torn = False


readers = 0
room = Semaphore(1)
left = 0
right = 0


def read(me):
    global readers
    before = readers
    readers = before + 1
    if before == 0:
        room.acquire()
    seen = left
    if seen != right:
        me.is_torn = True
    before = readers
    readers = before - 1
    if before == 1:
        room.release()


def write():
    global left, right
    room.acquire()
    left = 1
    right = 1
    room.release()


guests = [Reader(), Reader()]
threads = [Thread(target=read, args=(guests[0],)), Thread(target=read, args=(guests[1],)), Thread(target=write)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert not guests[0].is_torn and not guests[1].is_torn, "half written"
