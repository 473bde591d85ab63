import threading
class Mine(threading.local):
    def __init__(self, start): self.n = start
m = Mine(5)
m.n += 1
def f(): print("in thread", m.n)
t = threading.Thread(target=f); t.start(); t.join()
print("in main", m.n)

#> in thread 5
#> in main 6
