from threading import Thread
def f(a, b=0, *, c): print(a, b, c)
t = Thread(target=f, args=(1,), kwargs={"b": 2, "c": 3}); t.start(); t.join()

#> 1 2 3
