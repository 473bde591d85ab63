# The dict changes while another thread goes over it.
from threading import Thread

seen = {"a": 1, "b": 2}


def add():
    seen["c"] = 3


def total():
    result = 0
    for key in seen:
        result += seen[key]


threads = [Thread(target=add), Thread(target=total)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
