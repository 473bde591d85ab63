import threading
found = []
def f():
    import decimal, json.decoder
    found.append(decimal)
ts = [threading.Thread(target=f) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(len(found), len({id(m) for m in found}))

#> 4 1
