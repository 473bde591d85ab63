# The number of readers is counted without a lock.
from threading import Semaphore, Thread

readers = 0
room = Semaphore(1)
value = [0, 0]


def read():
    global readers
    readers += 1
    if readers == 1:
        room.acquire()
    assert value[0] == value[1], "half written"
    readers -= 1
    if readers == 0:
        room.release()


def write():
    room.acquire()
    value[0] = 1
    value[1] = 1
    room.release()


threads = [Thread(target=read), Thread(target=read), Thread(target=write)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
