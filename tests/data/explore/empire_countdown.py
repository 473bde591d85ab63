# A countdown event: everybody signals once and waits for all.
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


event = Countdown(2)


def work():
    event.signal()
    event.wait()


threads = [Thread(target=work), Thread(target=work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
