# A barrier with one turnstile, used twice: who is fast goes through before the other one has left it.
from threading import Lock, Semaphore, Thread


class Phase:
    reached = -1


phases = [Phase(), Phase()]
mutex = Lock()
turnstile = Semaphore(0)
count = 0


def work(mine, its):
    global count
    is_one_behind = False
    for phase in range(2):
        with mutex:
            count += 1
            came = count
        if came == 2:
            turnstile.release()
        turnstile.acquire()
        turnstile.release()
        mine.reached = phase
        if its.reached < phase - 1:
            is_one_behind = True
        with mutex:
            count -= 1
            left = count
        if left == 0:
            turnstile.acquire()
    assert not is_one_behind, "a thread was a round behind"


threads = [Thread(target=work, args=(phases[0], phases[1])), Thread(target=work, args=(phases[1], phases[0]))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
