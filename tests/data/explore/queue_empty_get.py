# empty() and then get(): another one may have been quicker.
from queue import Queue
from threading import Thread

queue = Queue()
queue.put("pill")


def consume():
    if not queue.empty():
        queue.get()


threads = [Thread(target=consume), Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
