import threading, time
ready = threading.Event(); log = []
def client():
    for attempt in range(1, 4):
        if ready.wait(0.1): print("connected"); return
        print("attempt", attempt, "failed")
    raise ConnectionError("too many attempts")
threading.excepthook = lambda a: print(a.exc_value)
t = threading.Thread(target=client); t.start(); time.sleep(0.5); ready.set(); t.join()

#> attempt 1 failed
#> attempt 2 failed
#> attempt 3 failed
#> too many attempts
#! exception
