import threading
class Loud:
    def __init__(self): self.lock = threading.Lock()
    def acquire(self): print("acquire"); return self.lock.acquire()
    def release(self): print("release"); self.lock.release()
condition = threading.Condition(threading.Lock())
for kind in (threading.Lock, threading.RLock, threading.Semaphore):
    primitive = kind()
    def by_with():
        with primitive: raise LookupError("inside")
    def by_hand():
        primitive.acquire()
        try: raise LookupError("inside")
        finally: primitive.release()
    for way in (by_with, by_hand):
        try: way()
        except LookupError as error: print(error, primitive.acquire(blocking=False)); primitive.release()
with condition: print(condition._is_owned())
print(condition._is_owned())
#> inside True
#> inside True
#> inside True
#> inside True
#> inside True
#> inside True
#> True
#> False
