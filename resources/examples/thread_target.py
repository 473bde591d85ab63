# A thread calls its target with args and kwargs; start() returns while the target still runs.
# section: Creating threads
import time
from threading import Thread


def download(name, *, seconds):
    print(f"{name}: begin")
    time.sleep(seconds)
    print(f"{name}: done")


slow = Thread(target=download, args=("film",), kwargs={"seconds": 3})
fast = Thread(target=download, args=("song",), kwargs={"seconds": 1})
slow.start()
fast.start()
print("both are started, and the main thread goes on")
slow.join()
fast.join()
print("both are over")
