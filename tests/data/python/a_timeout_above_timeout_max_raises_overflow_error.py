import threading
lock, rlock, cond = threading.Lock(), threading.RLock(), threading.Condition()
lock.acquire()
for call in (lambda: lock.acquire(timeout=threading.TIMEOUT_MAX + 1),
             lambda: rlock.acquire(timeout=threading.TIMEOUT_MAX * 2),
             lambda: cond.wait(threading.TIMEOUT_MAX + 1)):
    try:
        with cond: call()
    except OverflowError as error:
        print(type(error).__name__, error)

#> OverflowError timestamp too large to convert to C _PyTime_t
#> OverflowError timestamp too large to convert to C _PyTime_t
#> OverflowError timestamp too large to convert to C _PyTime_t
