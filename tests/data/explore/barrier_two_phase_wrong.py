# Little Book of Semaphores: a barrier of two turnstiles, used twice, the second of which nobody locks again.
from threading import Lock, Semaphore, Thread

N = 2
count = 0
mutex = Lock()
first = Semaphore(0)
second = Semaphore(1)


def barrier():
    global count
    with mutex:
        count += 1
        if count == N:
            first.release()
    first.acquire()
    first.release()
    with mutex:
        count -= 1
        if count == 0:
            first.acquire()
            second.release()
    second.acquire()
    second.release()


def work():
    barrier()
    barrier()


threads = [Thread(target=work), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert count == 0
assert second.acquire(blocking=False) and not second.acquire(blocking=False), "the turnstile lets more through"
