import threading, time
for lock in (threading.Lock(), threading.RLock()):
    def hold():
        with lock: time.sleep(3)
    holder = threading.Thread(target=hold); holder.start(); began = time.monotonic()
    print(lock.acquire(timeout=1), round(time.monotonic() - began))
    print(lock.acquire(timeout=-1), round(time.monotonic() - began)); lock.release()
#> False 1
#> True 3
#> False 1
#> True 3
