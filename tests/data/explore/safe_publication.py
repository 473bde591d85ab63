# The object is whole before others see it.
from threading import Thread


class Config:
    def __init__(self):
        self.port = 80


config = None


def publish():
    global config
    config = Config()


def use():
    seen = config
    if seen is not None:
        assert seen.port == 80


threads = [Thread(target=publish), Thread(target=use)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
