# It is taken for granted that the first thread comes last.
from threading import Barrier, Thread

barrier = Barrier(3)
leaders = []


def work(me):
    if barrier.wait() == 2:
        leaders.append(me)


threads = [Thread(target=work, args=(i,)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert leaders == [0]
