from threading import RLock, Thread

lock = RLock()
lock.acquire()
lock.acquire()
lock.release()
other = Thread(target=lambda: print("other gets it:", lock.acquire(blocking=False)))
other.start()
other.join()
