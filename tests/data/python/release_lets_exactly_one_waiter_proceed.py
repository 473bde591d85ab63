import threading, time
lock = threading.Lock(); lock.acquire(); inside = []
def f(i): lock.acquire(); inside.append(i)
ts = [threading.Thread(target=f, args=(i,), daemon=True) for i in range(3)]
for t in ts: t.start(); time.sleep(0.05)
lock.release(); time.sleep(0.1); print(inside)

#> [0]
