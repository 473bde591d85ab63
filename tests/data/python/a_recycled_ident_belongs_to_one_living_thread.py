import threading
stay = threading.Event(); living = [threading.Thread(target=stay.wait) for _ in range(5)]
for thread in living: thread.start()
print(len({thread.ident for thread in living} | {threading.get_ident()}))
for _ in range(20):
    thread = threading.Thread(target=int); thread.start(); thread.join()
    if thread.ident in {other.ident for other in living}: print("taken twice")
stay.set()
for thread in living: thread.join()
#> 6
