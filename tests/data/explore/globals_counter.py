# A variable that is written as an item of globals().
import threading

count = 0


def add():
    globals()["count"] = count + 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert count == 2
