import time
from threading import Event, Thread

is_done = Event()


def work():
    time.sleep(1)
    is_done.set()


Thread(target=work).start()
rounds = 0
while not is_done.is_set():
    rounds += 1
print("asked more than a thousand times:", rounds > 1000)
