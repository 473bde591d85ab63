# A barrier is broken when all have come: who has not gone on yet finds it broken.
from threading import Barrier, BrokenBarrierError, Thread

barrier = Barrier(2)
ends = {}


def work(name):
    try:
        barrier.wait()
        ends[name] = "passed"
    except BrokenBarrierError:
        ends[name] = "broken"


threads = [Thread(target=work, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
barrier.abort()
for thread in threads:
    thread.join()
print(ends["a"], ends["b"])
