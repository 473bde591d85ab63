import threading, time
c = threading.Condition(); items = []
def consumer(i):
    with c:
        while not items: c.wait()
        print(i, items.pop(0))
ts = [threading.Thread(target=consumer, args=(i,)) for i in range(2)]
for t in ts: t.start(); time.sleep(0.05)
with c: items.append("a"); c.notify()
time.sleep(0.05)
with c: items.append("b"); c.notify_all()
for t in ts: t.join()

#> 0 a
#> 1 b
