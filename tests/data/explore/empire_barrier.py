# Deadlock Empire, the barrier: three threads use one that waits for two.
from threading import Barrier, Lock, Thread

barrier = Barrier(2)
lock = Lock()
charge = 0


def load():
    global charge
    with lock:
        charge += 1


def throw():
    load()
    barrier.wait()
    assert charge >= 2, charge


def help_loading():
    load()
    barrier.wait()


def discharge():
    global charge
    load()
    barrier.wait()
    barrier.wait()
    charge = 0


threads = [Thread(target=throw), Thread(target=help_loading), Thread(target=discharge)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
