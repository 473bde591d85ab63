# The number that wait() returns chooses a leader: there is exactly one in every order.
from threading import Barrier, Thread

barrier = Barrier(3)
leaders = []


def work(me):
    if barrier.wait() == 0:
        leaders.append(me)


threads = [Thread(target=work, args=(i,)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(leaders) == 1
