# A call with *values reads them.
import threading

values = [0]
seen = []


def show(value):
    seen.append(value)


def look():
    show(*values)


def change():
    values[0] = 1


threads = [threading.Thread(target=look), threading.Thread(target=change)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen == [0]
