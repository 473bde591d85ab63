import threading, time
s = threading.Semaphore(0); got = []
def f(i): s.acquire(); got.append(i)
for i in range(3): threading.Thread(target=f, args=(i,), daemon=True).start(); time.sleep(0.02)
s.release(); time.sleep(0.1); print(got)
s.release(2); time.sleep(0.1); print(got)

#> [0]
#> [0, 1, 2]
