# An attribute in a slot is one like others.
import threading


class Counter:
    __slots__ = ("count",)


counter = Counter()
counter.count = 0


def work():
    counter.count += 1


threads = [threading.Thread(target=work) for work in (work, work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter.count == 2
