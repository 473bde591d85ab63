# One pill for two consumers.
from queue import SimpleQueue
from threading import Thread

queue = SimpleQueue()


def consume():
    while queue.get() is not None:
        pass


threads = [Thread(target=consume), Thread(target=consume)]
for thread in threads:
    thread.start()
queue.put("job")
queue.put(None)
for thread in threads:
    thread.join()
