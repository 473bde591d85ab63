import threading
def show(*args, **kwargs): print(args, kwargs)
a, b = threading.Timer(1, show), threading.Timer(2, show, [1], {"k": 2})
print(a.args, a.kwargs, b.args, b.kwargs, a.args is threading.Timer(1, show).args)
a.start(); b.start()

#> [] {} [1] {'k': 2} False
#> () {}
#> (1,) {'k': 2}
