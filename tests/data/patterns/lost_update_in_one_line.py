# expect: lost-update total
# run with: --granularity bytecode --policy random --seed 3
from threading import Thread

total = 0


def add():
    global total
    for _ in range(20):
        total += 1


threads = [Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
