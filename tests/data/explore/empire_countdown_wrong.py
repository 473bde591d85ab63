# Deadlock Empire, countdown event.
from threading import Condition, Thread


class Countdown:
    def __init__(self, count):
        self.count = count
        self.condition = Condition()

    def signal(self):
        with self.condition:
            self.count -= 1
            if self.count == 0:
                self.condition.notify_all()

    def wait(self):
        with self.condition:
            while self.count > 0:
                self.condition.wait()


event = Countdown(3)
progress = 0


def work(amount):
    global progress
    progress += amount
    if progress >= 30:
        event.signal()
    event.wait()


threads = [Thread(target=work, args=(20,)), Thread(target=work, args=(30,))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
