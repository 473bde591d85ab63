import time
from threading import Event, Thread

stop = Event()


def work():
    rounds = 0
    while not stop.is_set():
        rounds += 1
        time.sleep(1)
    print("tidied up after", rounds, "rounds")


thread = Thread(target=work)
thread.start()
time.sleep(2.5)
stop.set()
thread.join()
