# Both signal before they wait.
from threading import Semaphore, Thread

a_arrived = Semaphore(0)
b_arrived = Semaphore(0)


def a():
    a_arrived.release()
    b_arrived.acquire()


def b():
    b_arrived.release()
    a_arrived.acquire()


threads = [Thread(target=a), Thread(target=b)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
