# To compare a list is to look into the lists that it holds.
import threading

inner = [1]
outer = [inner]
same = []


def compare():
    same.append(outer == [[1]])


def change():
    inner[0] = 2


threads = [threading.Thread(target=compare), threading.Thread(target=change)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert same == [True]
