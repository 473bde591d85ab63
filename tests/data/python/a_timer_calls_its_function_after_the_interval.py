import threading, time
a = time.monotonic()
t = threading.Timer(0.3, lambda *a, **k: print("called", a, k), args=[1], kwargs={"x": 2})
t.start(); t.join(); print(0.3 <= time.monotonic() - a < 0.35, threading.Timer(1, print).args, threading.Timer(1, print).kwargs)

#> called (1,) {'x': 2}
#> True [] {}
