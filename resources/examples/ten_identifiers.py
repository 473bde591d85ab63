# Ten threads that are alive at the same time have ten different identifiers.
# section: Module-level functions
import time
from threading import Thread, get_ident

identifiers = set()


def task():
    print(f"{get_ident()} is running")
    identifiers.add(get_ident())
    time.sleep(1)


threads = [Thread(target=task) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("different identifiers:", len(identifiers))
