# expect: lost-update counter
# run with: --policy random --seed 1
from threading import Thread

counter = 0


def plus_one(number):
    result = number
    result += 1
    return result


def add():
    global counter
    for _ in range(20):
        counter = plus_one(counter)


threads = [Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
