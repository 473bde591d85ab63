# expect: nothing
from threading import Lock, Thread

lock = Lock()


def work(number):
    with lock:
        if number == 0:
            return


for number in range(2):
    Thread(target=work, args=(number,)).start()
