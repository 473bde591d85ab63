# Cigarette smokers who take from the table in one order: in three of four orders nobody can smoke.
from threading import Semaphore, Thread

tobacco, paper, match = Semaphore(0), Semaphore(0), Semaphore(0)


def agent():
    tobacco.release()
    paper.release()


def smoke(first, second):
    first.acquire()
    second.acquire()


smokers = [Thread(target=smoke, args=pair, daemon=True) for pair in [(tobacco, paper), (paper, match), (tobacco, match)]]
table = Thread(target=agent)
for thread in [table, *smokers]:
    thread.start()
smokers[0].join()
