# Looks five times at most: that it counts makes each look another one.
from threading import Thread

done = False


def work():
    global done
    done = True


def wait():
    looks = 0
    while not done and looks < 5:
        looks += 1


threads = [Thread(target=wait), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
