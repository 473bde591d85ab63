# Check, then make: two threads may both find nothing (each tells what it made in a place of its own).
from threading import Thread


class Made:
    count = 0


instance = None
made = [Made(), Made()]


def get(mine):
    global instance
    if instance is None:
        instance = mine
        mine.count += 1


threads = [Thread(target=get, args=(made[0],)), Thread(target=get, args=(made[1],))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert made[0].count + made[1].count == 1
