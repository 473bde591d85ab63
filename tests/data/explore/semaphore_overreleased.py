# Released once too often, it lets two threads in.
from threading import Semaphore, Thread

semaphore = Semaphore(1)
inside = 0


def leave_twice():
    semaphore.acquire()
    semaphore.release()
    semaphore.release()


def work():
    global inside
    semaphore.acquire()
    inside += 1
    assert inside == 1, "two threads are inside"
    inside -= 1
    semaphore.release()


threads = [Thread(target=leave_twice), Thread(target=work), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
