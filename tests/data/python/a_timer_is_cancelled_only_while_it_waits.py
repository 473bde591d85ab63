import threading, time
t = threading.Timer(0.3, lambda: print("never")); t.start(); time.sleep(0.1); t.cancel(); t.join()
u = threading.Timer(0.1, lambda: print("fired")); u.start(); time.sleep(0.2); u.cancel(); u.join()
print(t.finished.is_set())

#> fired
#> True
