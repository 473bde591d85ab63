# The result is read after join().
from threading import Thread

result = None


def work():
    global result
    result = 42


thread = Thread(target=work)
thread.start()
thread.join()
assert result == 42
