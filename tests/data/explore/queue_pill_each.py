# One pill for each consumer.
from queue import Queue
from threading import Thread

queue = Queue()


def consume():
    while queue.get() is not None:
        pass


threads = [Thread(target=consume), Thread(target=consume)]
for thread in threads:
    thread.start()
queue.put("job")
queue.put(None)
queue.put(None)
for thread in threads:
    thread.join()
