from threading import Thread, local
data = local(); data.x = 1
def f():
    print(hasattr(data, "x"))
    data.x = 2
    print(data.x)
t = Thread(target=f); t.start(); t.join()
print(data.x)

#> False
#> 2
#> 1
