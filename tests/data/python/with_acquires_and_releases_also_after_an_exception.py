import threading
for p in (threading.Lock(), threading.RLock(), threading.Condition(), threading.Semaphore(), threading.BoundedSemaphore()):
    try:
        with p as got: print(got); raise KeyError
    except KeyError: pass
    print(p.acquire(blocking=False))

#> True
#> True
#> True
#> True
#> True
#> True
#> True
#> True
#> True
#> True
