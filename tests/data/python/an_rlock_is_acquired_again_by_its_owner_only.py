import threading
r = threading.RLock(); print(r.acquire(), r.acquire())
def f():
    got = r.acquire(blocking=False); print(got)
    if got: r.release()
def ask(): t = threading.Thread(target=f); t.start(); t.join()
ask(); r.release(); ask(); r.release(); ask()

#> True True
#> False
#> False
#> True
