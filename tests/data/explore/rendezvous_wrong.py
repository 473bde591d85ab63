# Both wait before they signal.
from threading import Semaphore, Thread

a_arrived = Semaphore(0)
b_arrived = Semaphore(0)


def a():
    b_arrived.acquire()
    a_arrived.release()


def b():
    a_arrived.acquire()
    b_arrived.release()


threads = [Thread(target=a), Thread(target=b)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
