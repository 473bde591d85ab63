# An iterator over a dict knows when it is made how many there are, and complains later.
import threading

ages = {"ann": 3}
seen = []


def add():
    ages["bob"] = 4


def look():
    seen.append(next(iter(ages)))


threads = [threading.Thread(target=work) for work in (add, look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
