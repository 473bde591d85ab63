# SCTBench token_ring: the token has gone round only if the three ran in order.
from threading import Lock, Thread

lock = Lock()
x1 = 1
x2 = 2
x3 = 1
flag1 = flag2 = flag3 = False


def first():
    global x1, flag1
    with lock:
        x1 = (x3 + 1) % 4
        flag1 = True


def second():
    global x2, flag2
    with lock:
        x2 = x1
        flag2 = True


def third():
    global x3, flag3
    with lock:
        x3 = x2
        flag3 = True


def check():
    with lock:
        if flag1 and flag2 and flag3:
            assert x1 == x2 and x2 == x3, (x1, x2, x3)


threads = [Thread(target=step) for step in (first, second, third, check)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
