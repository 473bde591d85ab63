# A thread that is interrupted between its read and its write undoes what others counted meanwhile.
# section: Things that go wrong
from threading import Thread

counter = 0


def plus_one(number):
    return number + 1


def count():
    global counter
    for _ in range(100):
        seen = counter
        counter = plus_one(seen)


threads = [Thread(target=count) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("counted 200 times, and the counter is", counter)
