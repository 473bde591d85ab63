import threading, time
event = threading.Event(); began = time.monotonic()
print(event.wait(0.5), event.wait(timeout=1.5), round(time.monotonic() - began))
threading.Timer(1, event.set).start()
print(event.wait(5), round(time.monotonic() - began))
print(event.wait(0), event.wait(-1)); event.clear(); print(event.wait(0), event.wait(-1))
seen = []
thread = threading.Thread(target=lambda: seen.append(event.wait())); thread.start()
event.set(); event.clear(); thread.join()  # true for whoever waited, although the flag is down again
print(seen, event.is_set())
#> False False 2
#> True 3
#> True True
#> False False
#> [True] False
