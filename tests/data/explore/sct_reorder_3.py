# SCTBench reorder_3: the checker may see half of what a setter does.
from threading import Thread

a = b = 0


def set_both():
    global a, b
    a = 1
    b = -1


def check():
    assert (a == 0 and b == 0) or (a == 1 and b == -1)


threads = [Thread(target=set_both) for _ in range(2)] + [Thread(target=check)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
