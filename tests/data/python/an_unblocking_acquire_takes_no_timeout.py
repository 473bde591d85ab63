import threading
lock, semaphore = threading.Lock(), threading.Semaphore()
for call in (lambda: lock.acquire(False, 2), lambda: lock.acquire(blocking=False, timeout=-1),
             lambda: semaphore.acquire(False, 2), lambda: lock.acquire(timeout=-2)):
    try: print(call())
    except ValueError as error: print(error)

#> can't specify a timeout for a non-blocking call
#> True
#> can't specify timeout for non-blocking acquire
#> timeout value must be positive
