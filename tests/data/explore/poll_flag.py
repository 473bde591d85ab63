# One thread polls what another one says.
from threading import Thread

done = False


def work():
    global done
    done = True


def wait():
    while not done:
        pass


threads = [Thread(target=wait), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
