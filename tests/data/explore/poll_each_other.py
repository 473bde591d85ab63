# Each waits for the other to go first, looking again and again.
from threading import Thread

first_is_done = second_is_done = False


def first():
    global first_is_done
    while not second_is_done:
        pass
    first_is_done = True


def second():
    global second_is_done
    while not first_is_done:
        pass
    second_is_done = True


threads = [Thread(target=first), Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
