import threading
for kind in (threading.Semaphore, threading.BoundedSemaphore):
    try: kind(-1)
    except ValueError as error: print(error)
    semaphore = kind()
    print(semaphore.acquire(blocking=False), semaphore.acquire(blocking=False)); semaphore.release()
    nothing = kind(value=0)
    print(nothing.acquire(timeout=1))
#> semaphore initial value must be >= 0
#> True False
#> False
#> semaphore initial value must be >= 0
#> True False
#> False
