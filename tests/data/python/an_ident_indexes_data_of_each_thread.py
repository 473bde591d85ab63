import threading
data, barrier = {}, threading.Barrier(3)
def work(n):
    data[threading.get_ident()] = n * n
    barrier.wait()
    data[threading.get_ident()] += 1
threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for thread in threads: thread.start()
idents = [thread.ident for thread in threads]
for thread in threads: thread.join()
print([data[ident] for ident in idents])

#> [1, 2, 5]
