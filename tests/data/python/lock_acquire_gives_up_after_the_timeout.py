import threading, time
lock = threading.Lock(); lock.acquire()
a = time.monotonic(); print(lock.acquire(timeout=0.2), time.monotonic() - a >= 0.2)
for wrong in (lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2), lambda: lock.acquire(timeout=float("nan"))):
    try: wrong()
    except ValueError as e: print(e)

#> False True
#> can't specify a timeout for a non-blocking call
#> timeout value must be positive
#> Invalid value NaN (not a number)
