import threading, time
order = []
b = threading.Barrier(3, action=lambda: order.append("action"))
def f(i): time.sleep(i / 20); n = b.wait(); order.append(n)
ts = [threading.Thread(target=f, args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(order[0], sorted(order[1:]), b.parties, b.n_waiting, b.broken)

#> action [0, 1, 2] 3 0 False
