# Two thousand threads that are alive together.
import time
from threading import Thread

threads = [Thread(target=time.sleep, args=(1,)) for _ in range(2_000)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
