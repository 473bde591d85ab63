# Peterson's algorithm, entered or given up; a lock tells whether both are inside.
from threading import Lock, Thread


class Flag:
    up = False


flags = [Flag(), Flag()]
turn = 0
inside = Lock()


def enter(me, mine, its):
    global turn
    other = 1 - me
    mine.up = True
    turn = other
    if its.up and turn == other:
        return
    assert inside.acquire(blocking=False), "both are inside"
    inside.release()
    mine.up = False


threads = [Thread(target=enter, args=(0, flags[0], flags[1])), Thread(target=enter, args=(1, flags[1], flags[0]))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
