import threading, time
a = time.monotonic()
ts = [threading.Thread(target=time.sleep, args=(0.2,)) for _ in range(5)]
for t in ts: t.start()
for t in ts: t.join()
print(0.2 <= time.monotonic() - a < 0.25)

#> True
