# expect: forgotten-release lock
import time
from threading import Lock, Thread

lock = Lock()


def work(number):
    lock.acquire()
    if number == 0:
        return
    lock.release()


for number in range(2):
    Thread(target=work, args=(number,)).start()
