# A defaultdict looks, calls the factory, and stores: two threads may both miss, and one list is lost.
import collections
import threading


def new_list():
    return []


words = collections.defaultdict(new_list)


def add(word):
    words["all"].append(word)


threads = [threading.Thread(target=add, args=(word,)) for word in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(words["all"]) == 2
