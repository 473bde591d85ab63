# What is polled lies in an object, and is looked at by a method that has a loop of its own.
import time
from threading import Thread


class Flags:
    def __init__(self):
        self.up = [False, False]

    def are_all_up(self):
        for flag in self.up:
            if not flag:
                return False
        return True


flags = Flags()


def raise_flag(number):
    flags.up[number] = True


def wait():
    while not flags.are_all_up():
        time.sleep(0.1)


threads = [Thread(target=raise_flag, args=(0,)), Thread(target=raise_flag, args=(1,)), Thread(target=wait)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
