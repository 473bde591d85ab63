import threading
lock = threading.Lock(); print(lock.acquire(False)); print(lock.acquire(False)); print(lock.acquire(blocking=False))

#> True
#> False
#> False
