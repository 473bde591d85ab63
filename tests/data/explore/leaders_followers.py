# Little Book of Semaphores: leaders and followers go in pairs.
from threading import Semaphore, Thread

leaders, followers = Semaphore(0), Semaphore(0)


def lead():
    followers.release()
    leaders.acquire()


def follow():
    leaders.release()
    followers.acquire()


threads = [Thread(target=lead), Thread(target=follow), Thread(target=lead), Thread(target=follow)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
