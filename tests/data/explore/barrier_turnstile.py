# A barrier of one turnstile, used twice: a thread laps the other.
from threading import Lock, Semaphore, Thread

N = 2
count = 0
mutex = Lock()
turnstile = Semaphore(0)
phase = [0, 0]


def barrier():
    global count
    with mutex:
        count += 1
        if count == N:
            turnstile.release()
    turnstile.acquire()
    turnstile.release()
    with mutex:
        count -= 1
        if count == 0:
            turnstile.acquire()


def work(me):
    for round in range(2):
        phase[me] = round
        barrier()
        assert phase[1 - me] >= round, "the other one is not there yet"


threads = [Thread(target=work, args=(0,)), Thread(target=work, args=(1,))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
