# A light switch: the first one in, the last one out.
from threading import Lock, Semaphore, Thread

readers = 0
mutex = Lock()
room = Semaphore(1)
value = [0, 0]


def read():
    global readers
    with mutex:
        readers += 1
        if readers == 1:
            room.acquire()
    assert value[0] == value[1]
    with mutex:
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
