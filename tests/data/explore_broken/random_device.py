# What the device gives is another byte each time, and decides how often the counter is touched.
from threading import Thread

counter = 0


def add():
    global counter
    with open("/dev/urandom", "rb") as device:
        times = device.read(1)[0] % 4
    for _ in range(times + 1):
        counter += 1


threads = [Thread(target=add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
