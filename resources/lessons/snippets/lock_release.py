from threading import Lock, Thread

lock = Lock()
lock.acquire()
helper = Thread(target=lock.release)
helper.start()
helper.join()
print(lock.locked())
try:
    lock.release()
except RuntimeError as error:
    print(error)
