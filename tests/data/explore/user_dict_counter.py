# UserDict is a class of the library, written in Python: what it does is looked at as a whole.
import collections
import threading

counts = collections.UserDict(a=0)


def work():
    counts["a"] += 1


threads = [threading.Thread(target=work) for work in (work, work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counts["a"] == 2
