# Cigarette smokers: two of them may take one ingredient each.
from threading import Semaphore, Thread

tobacco = Semaphore(0)
paper = Semaphore(0)
match = Semaphore(0)


def agent():
    tobacco.release()
    paper.release()


def smoke(first, second):
    first.acquire()
    second.acquire()


threads = [Thread(target=agent), Thread(target=smoke, args=(tobacco, paper), daemon=True), Thread(target=smoke, args=(paper, match), daemon=True), Thread(target=smoke, args=(match, tobacco), daemon=True)]
for thread in threads:
    thread.start()
threads[0].join()
threads[1].join()
