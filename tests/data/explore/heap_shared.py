# A heap is an ordinary list to which functions of C code add.
import heapq
import threading

jobs = []


def put():
    heapq.heappush(jobs, 1)


def take():
    if jobs:
        heapq.heappop(jobs)


threads = [threading.Thread(target=work) for work in (put, take, take)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
