# Each thread ends before the next one starts, so the next one gets the same number again.
# section: Module-level functions
import time
from threading import Thread, current_thread, get_ident


def task():
    print(f"{current_thread().name} has the identifier {get_ident()}")
    time.sleep(1)


for _ in range(4):
    thread = Thread(target=task)
    thread.start()
    thread.join()
print("the last thread is over and keeps the number it had:", thread.ident)
