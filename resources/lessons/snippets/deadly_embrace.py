import time
from threading import Lock, Thread

fork, knife = Lock(), Lock()


def eat(first, second, name):
    with first:
        time.sleep(1)
        if not second.acquire(timeout=1):
            print(name, "cannot go on")
            return
        print(name, "eats")
        second.release()


Thread(target=eat, args=(fork, knife, "Ada")).start()
Thread(target=eat, args=(knife, fork, "Ben")).start()
