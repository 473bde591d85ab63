# The object can be seen before its field is there.
from threading import Thread


class Config:
    pass


config = None


def publish():
    global config
    config = Config()
    config.port = 80


def use():
    seen = config
    if seen is not None:
        assert seen.port == 80


threads = [Thread(target=publish), Thread(target=use)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
