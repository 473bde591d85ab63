from threading import Lock, RLock

for lock in (Lock(), RLock()):
    with lock:
        got_it = lock.acquire(timeout=1)
        print(type(lock).__name__, got_it)
        if got_it:
            lock.release()
