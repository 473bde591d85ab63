# Two locked calls are not one.
from threading import Lock, Thread


class Buffer:
    def __init__(self, text):
        self.lock = Lock()
        self.text = text

    def length(self):
        with self.lock:
            return len(self.text)

    def char_at(self, index):
        with self.lock:
            return self.text[index]

    def clear(self):
        with self.lock:
            self.text = ""


buffer = Buffer("ab")


def read_last():
    length = buffer.length()
    if length > 0:
        buffer.char_at(length - 1)


threads = [Thread(target=read_last), Thread(target=buffer.clear)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
