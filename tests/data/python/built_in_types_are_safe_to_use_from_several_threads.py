import threading
items, table = [], {}
def fill(n):
    for i in range(50):
        items.append(n); table[n, i] = i
threads = [threading.Thread(target=fill, args=(n,)) for n in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(items), len(table), [items.count(n) for n in range(4)])

#> 200 200 [50, 50, 50, 50]
