# A ticket lock: a number is drawn, and everybody looks whether it is called.
from threading import Lock, Thread

guard = Lock()
next_ticket = 0
serving = 0
count = 0


def work():
    global next_ticket, serving, count
    with guard:
        mine = next_ticket
        next_ticket += 1
    while serving != mine:
        pass
    count += 1
    serving += 1


threads = [Thread(target=work), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert count == 2
