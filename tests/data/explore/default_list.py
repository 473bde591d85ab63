# A defaultdict makes a list for the first who asks, and both add to it.
import collections
import threading

words = collections.defaultdict(list)


def add(word):
    words["all"].append(word)


threads = [threading.Thread(target=add, args=(word,)) for word in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert words["all"] == ["a", "b"]
