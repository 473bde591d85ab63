# Nobody holds the lock when it is released again: RuntimeError, and the main thread is over.
# section: Lock
from threading import Lock

lock = Lock()
lock.acquire()
print("locked after acquire:", lock.locked())
lock.release()
print("locked after release:", lock.locked())
lock.release()
print("never printed")
