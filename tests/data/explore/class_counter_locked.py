# The right twin of class_counter.
import threading


class Counter:
    count = 0
    lock = threading.Lock()

    def add(self):
        with self.lock:
            Counter.count = self.count + 1


counter = Counter()
threads = [threading.Thread(target=counter.add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter.count == 2
