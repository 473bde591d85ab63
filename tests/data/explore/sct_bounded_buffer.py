# SCTBench boundedBuffer, with fewer threads and items: who waits is counted, so that nobody is notified in vain.
from threading import Condition, Lock, Thread

PRODUCERS = 1
CONSUMERS = 2
ITEMS = 2  # of each producer

lock = Lock()
not_full = Condition(lock)
not_empty = Condition(lock)
size = 2  # one place stays empty
buffer = [None] * size
head = rear = 0
waiting_producers = waiting_consumers = 0


def put(item):
    global rear, waiting_producers
    with lock:
        if (rear + 1) % size == head:
            waiting_producers += 1
            while (rear + 1) % size == head:
                not_full.wait()
            waiting_producers -= 1
        buffer[rear] = item
        rear = (rear + 1) % size
        if waiting_consumers > 0:
            not_empty.notify()


def get():
    global head, waiting_consumers
    with lock:
        if head == rear:
            waiting_consumers += 1
            while head == rear:
                not_empty.wait()
            waiting_consumers -= 1
        item = buffer[head]
        head = (head + 1) % size
        if waiting_producers > 0:
            not_full.notify()
        return item


def produce():
    for item in range(ITEMS):
        put(item)


def consume():
    for _ in range(PRODUCERS * ITEMS // CONSUMERS):
        assert get() in range(ITEMS)


threads = [Thread(target=produce) for _ in range(PRODUCERS)]
threads += [Thread(target=consume) for _ in range(CONSUMERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
