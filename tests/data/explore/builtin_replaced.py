# A built-in function is replaced while it is called.
import builtins
import threading

lengths = []


def measure():
    lengths.append(len("abc"))


def replace():
    builtins.len = lambda text: 0


threads = [threading.Thread(target=measure), threading.Thread(target=replace)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert lengths == [3]
