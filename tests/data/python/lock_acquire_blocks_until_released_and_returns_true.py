import threading, time
lock = threading.Lock(); lock.acquire()
def f(): print(lock.acquire(), lock.locked()); lock.release()
t = threading.Thread(target=f); t.start()
time.sleep(0.1); print("release"); lock.release(); t.join(); print(lock.locked())

#> release
#> True True
#> False
