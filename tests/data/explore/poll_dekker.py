# Dekker's algorithm: who has not the turn takes its flag down while it waits.
from threading import Thread

first_wants = second_wants = False
turn = 0
inside = 0


def first():
    global first_wants, turn, inside
    first_wants = True
    while second_wants:
        if turn != 0:
            first_wants = False
            while turn != 0:
                pass
            first_wants = True
    inside += 1
    assert inside == 1
    inside -= 1
    turn = 1
    first_wants = False


def second():
    global second_wants, turn, inside
    second_wants = True
    while first_wants:
        if turn != 1:
            second_wants = False
            while turn != 1:
                pass
            second_wants = True
    inside += 1
    assert inside == 1
    inside -= 1
    turn = 0
    second_wants = False


threads = [Thread(target=first), Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
