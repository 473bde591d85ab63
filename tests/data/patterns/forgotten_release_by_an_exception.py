# expect: forgotten-release lock
from threading import Lock, Thread

lock = Lock()


def work(number):
    lock.acquire()
    print(1 / number)
    lock.release()


for number in range(2):
    Thread(target=work, args=(number,)).start()
