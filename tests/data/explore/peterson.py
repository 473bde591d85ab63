# Peterson's algorithm, as a try: correct.
from threading import Thread

flag = [False, False]
turn = 0
inside = 0


def enter(me):
    global turn, inside
    other = 1 - me
    flag[me] = True
    turn = other
    if flag[other] and turn == other:
        return
    inside += 1
    assert inside == 1, "both are inside"
    inside -= 1
    flag[me] = False


threads = [Thread(target=enter, args=(0,)), Thread(target=enter, args=(1,))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
