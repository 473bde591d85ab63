# expect: nothing
import time
from threading import Event, Thread

is_done = Event()


def work():
    time.sleep(0.1)
    is_done.set()


Thread(target=work).start()
while not is_done.wait(0.01):
    pass
total = 0
for number in range(200):
    total += number
