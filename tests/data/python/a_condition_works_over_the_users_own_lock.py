import threading
class Own:
    def __init__(self): self.inner = threading.Lock()
    def acquire(self, *a): print("acquire", *a); return self.inner.acquire(*a)
    def release(self): print("release"); self.inner.release()
    def __enter__(self): self.acquire()
    def __exit__(self, *a): self.release()
c = threading.Condition(Own())
with c: print(c.wait(0.1))

#> acquire
#> acquire False
#> release
#> acquire
#> False
#> release
