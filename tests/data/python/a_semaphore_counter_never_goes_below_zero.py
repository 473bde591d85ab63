import threading
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.1), s._value)
s.release(); print(s._value); s.release(2); print(s._value)
try: threading.Semaphore(-1)
except ValueError as e: print(e)
try: s.acquire(False, 1)
except ValueError as e: print(e)

#> True True False False 0
#> 1
#> 3
#> semaphore initial value must be >= 0
#> can't specify timeout for non-blocking acquire
