# `if stack: stack.pop()` is two steps.
from threading import Thread

stack = ["last"]


def take():
    if stack:
        stack.pop()


threads = [Thread(target=take), Thread(target=take)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
