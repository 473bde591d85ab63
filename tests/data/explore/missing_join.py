# The result is read before the thread has made it.
from threading import Thread

result = None


def work():
    global result
    result = 42


Thread(target=work).start()
assert result == 42, "not ready yet"
