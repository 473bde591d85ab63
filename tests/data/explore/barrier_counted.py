# Barrier.n_waiting is 1 between the first arrival and the second.
import threading

barrier = threading.Barrier(2)
seen = []


def meet():
    barrier.wait()


def look():
    seen.append(barrier.n_waiting)


threads = [threading.Thread(target=work) for work in (meet, meet, look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen == [0]
