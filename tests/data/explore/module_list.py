# Looks for a name among all modules while another thread adds one.
import sys
import threading

seen = []


def add():
    sys.modules["a_new_one"] = sys


def look():
    seen.append("a_new_one" in sys.modules)


threads = [threading.Thread(target=work) for work in (add, look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen == [False]
