# Peterson's algorithm with its busy wait, but the turn is given before the flag is raised.
from threading import Thread

wants_0 = wants_1 = False
turn = 0
inside = 0


def first():
    global wants_0, turn, inside
    turn = 1
    wants_0 = True
    while wants_1 and turn == 1:
        pass
    inside += 1
    assert inside == 1
    inside -= 1
    wants_0 = False


def second():
    global wants_1, turn, inside
    turn = 0
    wants_1 = True
    while wants_0 and turn == 0:
        pass
    inside += 1
    assert inside == 1
    inside -= 1
    wants_1 = False


threads = [Thread(target=first), Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
