import threading, time
s = threading.Semaphore(3); inside = 0; most = 0
def f():
    global inside, most
    with s:
        inside += 1; most = max(most, inside); time.sleep(0.1); inside -= 1
ts = [threading.Thread(target=f) for _ in range(10)]
for t in ts: t.start()
for t in ts: t.join()
print(most)

#> 3
