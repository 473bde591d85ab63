# Never more than three threads are inside: each of the others waits until one of them leaves.
# section: Semaphore
import time
from threading import Semaphore, Thread, get_ident

mutex_semaphore = Semaphore(3)


def task():
    with mutex_semaphore:
        print(f"{get_ident()} enters")
        time.sleep(1)
        print(f"{get_ident()} leaves")


threads = [Thread(target=task) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("the main thread goes on")
