import threading
def show(*args, **kwargs): print(args, kwargs)
thread = threading.Thread(target=show); thread.start(); thread.join()
thread = threading.Thread(target=show, kwargs=None); thread.start(); thread.join()
thread = threading.Thread(None, show, "by position", (1,), {"b": 2}, daemon=True); thread.start(); thread.join()
print(thread.name, thread.daemon)
threading.Thread().start()  # no target: run() does nothing
#> () {}
#> () {}
#> (1,) {'b': 2}
#> by position True
