import threading, time
e = threading.Event(); woken = []
def f(i): woken.append((i, e.wait()))
ts = [threading.Thread(target=f, args=(i,)) for i in range(3)]
for t in ts: t.start()
print(e.is_set(), e.wait(0.1)); e.set()
for t in ts: t.join()
print(sorted(woken), e.wait(), e.is_set()); e.clear(); print(e.is_set())

#> False False
#> [(0, True), (1, True), (2, True)] True True
#> False
