# SCTBench WorkStealQueue: an item that is popped and stolen at once is lost, or done twice.
from threading import Lock, Thread

ITEMS = 4
ATTEMPTS = 2


class WorkStealQueue:
    def __init__(self):
        self.lock = Lock()
        self.head = 0  # changed by steal
        self.tail = 0  # changed by push and pop
        self.mask = 1
        self.elems = [None] * 2

    def steal(self):
        with self.lock:
            h = self.head
            self.head = h + 1
            if h < self.tail:
                return self.elems[h & self.mask]
            self.head = h
            return None

    def pop(self):
        t = self.tail - 1
        self.tail = t
        if self.head <= t:
            return self.elems[t & self.mask]
        self.tail = t + 1
        return self.sync_pop()

    def sync_pop(self):
        found = None
        with self.lock:
            t = self.tail - 1
            self.tail = t
            if self.head <= t:
                found = self.elems[t & self.mask]
            else:
                self.tail = t + 1
            if self.head > t:
                self.head = 0
                self.tail = 0
                found = None
        return found

    def push(self, item):
        t = self.tail
        if t < self.head + self.mask + 1:
            self.elems[t & self.mask] = item
            self.tail = t + 1
        else:
            self.sync_push(item)

    def sync_push(self, item):
        with self.lock:
            h = self.head
            count = self.tail - h
            h &= self.mask
            self.head = h
            self.tail = h + count
            if count >= self.mask:
                more = [None] * (2 * (self.mask + 1))
                for i in range(count):
                    more[i] = self.elems[(h + i) & self.mask]
                self.elems = more
                self.mask = len(more) - 1
                self.head = 0
                self.tail = count
            assert count < self.mask
            t = self.tail
            self.elems[t & self.mask] = item
            self.tail = t + 1


class Item:
    done = 0


queue = WorkStealQueue()
items = [Item() for _ in range(ITEMS)]


def steal():
    for _ in range(ATTEMPTS):
        item = queue.steal()
        if item is not None:
            item.done += 1


def pop():
    item = queue.pop()
    if item is not None:
        item.done += 1


stealer = Thread(target=steal)
stealer.start()
for i in range(0, ITEMS, 2):
    queue.push(items[i])
    queue.push(items[i + 1])
    pop()
for _ in range(ITEMS // 2):
    pop()
stealer.join()
for item in items:
    assert item.done == 1, [item.done for item in items]
