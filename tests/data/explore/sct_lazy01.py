# SCTBench lazy01: that the sum is not reached yet depends on who comes first.
from threading import Lock, Thread

lock = Lock()
data = 0


def add(amount):
    global data
    with lock:
        data += amount


def check():
    with lock:
        assert data < 3, data


threads = [Thread(target=add, args=(1,)), Thread(target=add, args=(2,)), Thread(target=check)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
