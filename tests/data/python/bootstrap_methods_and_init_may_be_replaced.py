# Tools that watch threads replace what Thread is made of: all of it is looked up when it is wanted.
import threading


class Booted(threading.Thread):
    def _bootstrap(self):
        print("at the very bottom of", self.name)
        super()._bootstrap()


class Inner(threading.Thread):
    def _bootstrap_inner(self):
        print("below run")
        super()._bootstrap_inner()


for kind in (Booted, Inner):
    thread = kind(target=print, args=("works",), name=kind.__name__)
    thread.start()
    thread.join()
    print(thread.is_alive(), threading.active_count())

for name in ("start", "run", "__init__"):
    original = getattr(threading.Thread, name)

    def replacement(self, *args, _original=original, _name=name, **kwargs):
        print("replaced", _name)
        return _original(self, *args, **kwargs)

    setattr(threading.Thread, name, replacement)
for thread in (threading.Thread(target=print, args=("a thread",)), threading.Timer(1, print, ("a timer",))):
    thread.start()
    thread.join()

broken = threading.Thread(name="\udc80")
print(ascii(broken.name))
broken.name = "\ud800"
broken.start()
broken.join()
print(ascii(broken.name))
#> at the very bottom of Booted
#> works
#> False 1
#> below run
#> works
#> False 1
#> replaced __init__
#> replaced __init__
#> replaced start
#> replaced run
#> a thread
#> replaced start
#> a timer
#> replaced __init__
#> '\udc80'
#> replaced start
#> replaced run
#> '\ud800'
