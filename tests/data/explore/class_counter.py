# A counter that lies in the class: read through the instance, written through the class.
import threading


class Counter:
    count = 0

    def add(self):
        Counter.count = self.count + 1


counter = Counter()
threads = [threading.Thread(target=counter.add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter.count == 2
