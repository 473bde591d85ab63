# Two threads hand a permit to and fro: each turn is a wait, a wake-up and a switch.
from threading import Semaphore, Thread

TURNS = 20_000
ping = Semaphore(0)
pong = Semaphore(0)


def answer():
    for _ in range(TURNS):
        ping.acquire()
        pong.release()


other = Thread(target=answer)
other.start()
for _ in range(TURNS):
    ping.release()
    pong.acquire()
other.join()
