# Little Book of Semaphores: pushers watch the table, so that the right smoker is woken.
from threading import Lock, Semaphore, Thread

tobacco, paper = Semaphore(0), Semaphore(0)
mutex = Lock()
on_table = []
with_match = Semaphore(0)


def agent():
    tobacco.release()
    paper.release()


def push(ingredient, other, name, its_name):
    ingredient.acquire()
    with mutex:
        if its_name in on_table:
            on_table.remove(its_name)
            with_match.release()
        else:
            on_table.append(name)


def smoke():
    with_match.acquire()


threads = [
    Thread(target=agent),
    Thread(target=push, args=(tobacco, paper, "tobacco", "paper")),
    Thread(target=push, args=(paper, tobacco, "paper", "tobacco")),
    Thread(target=smoke),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
