# Deadlock Empire, producer and consumer, the variant: a queue that is not made for two threads.
from threading import Thread


class Queue:
    def __init__(self):
        self.items = ["first"]
        self.count = 1

    def put(self, item):
        self.items.append(item)
        self.count = self.count + 1

    def get(self):
        self.count = self.count - 1
        return self.items.pop(0)


queue = Queue()


def produce():
    queue.put("second")


def consume():
    if queue.count > 0:
        queue.get()


threads = [Thread(target=produce), Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert queue.count == len(queue.items), queue.count
