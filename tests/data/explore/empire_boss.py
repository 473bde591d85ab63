# Deadlock Empire, the boss, shortened: one has to get into the fortress, and to be woken there by the other.
from threading import Condition, Lock, Semaphore, Thread

darkness = evil = 0
fortress = Semaphore(2)
sanctum = Condition()
inside = Lock()


def critical():
    assert inside.acquire(blocking=False), "both are inside"
    inside.release()


def first():
    global darkness, evil
    darkness += 1
    evil += 1
    if darkness != 2 and evil != 2:
        if fortress.acquire(blocking=False):
            fortress.acquire()
            with sanctum:
                sanctum.wait()
            critical()


def second():
    global darkness, evil
    darkness += 1
    evil += 1
    if darkness != 2 and evil == 2:
        with sanctum:
            sanctum.notify()
        critical()
    fortress.release()
    darkness = 0
    evil = 0


threads = [Thread(target=first), Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
