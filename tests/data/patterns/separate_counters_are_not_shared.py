# expect: nothing
from threading import Thread, current_thread

counts = {}
status = "idle"


class Worker(Thread):
    def __init__(self):
        super().__init__()
        self.count = 0

    def run(self):
        global status
        for _ in range(5):
            self.count += 1
            status = "busy"
            counts[current_thread().name] = self.count


workers = [Worker() for _ in range(3)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(sum(worker.count for worker in workers))
