import threading, time
def child(): print(threading.Thread().daemon)
t = threading.Thread(target=child); t.daemon = True
print(threading.Thread().daemon)
t.start(); t.join()
v = threading.Thread(target=time.sleep, args=(0.1,)); v.start()
try: v.daemon = True
except RuntimeError as e: print(e)

#> False
#> True
#> cannot set daemon status of active thread
