# The flag is polled that nobody sets, because the one who should stumbles before.
import time
from threading import Thread

done = False


def work():
    global done
    if done:
        return
    raise ValueError("the work cannot be done")
    done = True


def wait():
    while not done:
        time.sleep(0.01)


threads = [Thread(target=wait), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
