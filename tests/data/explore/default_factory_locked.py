# Right: who looks into the defaultdict holds a lock.
import collections
import threading


def new_list():
    return []


words = collections.defaultdict(new_list)
lock = threading.Lock()


def add(word):
    with lock:
        words["all"].append(word)


threads = [threading.Thread(target=add, args=(word,)) for word in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len(words["all"]) == 2
