# Peterson's algorithm, entered or given up.
from threading import Thread


class Side:
    wants = False
    inside = False


sides = [Side(), Side()]
turn = 0


def enter(other, mine, its):
    global turn
    mine.wants = True
    turn = other
    if its.wants and turn == other:
        return
    mine.inside = True
    are_both_inside = its.inside
    mine.inside = False
    mine.wants = False
    assert not are_both_inside


threads = [Thread(target=enter, args=(1, sides[0], sides[1])), Thread(target=enter, args=(0, sides[1], sides[0]))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
