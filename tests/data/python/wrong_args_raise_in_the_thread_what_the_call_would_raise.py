# args=(5) is no tuple: what Thread.run() raises then is what target(*args, **kwargs) raises, and it names the target.
import threading
import types


def target(a=0, **others):
    print("called with", a, others)


class Callable:
    def method(self):
        pass


threading.excepthook = lambda args: print(f"{args.exc_type.__name__}: {args.exc_value}")

for arguments in (
    {"args": (5)},
    {"args": None},
    {"args": "x"},
    {"args": {3: 4}},
    {"args": iter([8])},
    {"args": [1], "kwargs": {"b": 2}},
    {"args": (1,), "kwargs": {"a": 2}},
    {"kwargs": types.MappingProxyType({"a": 1})},
    {"kwargs": 5},
    {"kwargs": [("a", 1)]},
    {"kwargs": {1: 2}},
):
    thread = threading.Thread(target=target, **arguments)
    thread.start()
    thread.join()
    timer = threading.Timer(1, target, **arguments)
    timer.start()
    timer.join()

for called in (Callable().method, 5, len):
    thread = threading.Thread(target=called, args=3 if called != 5 else ())
    thread.start()
    thread.join()

given = {"a": 1}
thread = threading.Thread(target=lambda **keywords: keywords.clear(), kwargs=given)
thread.start()
thread.join()
print("the callee has a dict of its own:", given)
#> TypeError: __main__.target() argument after * must be an iterable, not int
#> TypeError: __main__.target() argument after * must be an iterable, not int
#> TypeError: __main__.target() argument after * must be an iterable, not NoneType
#> called with 0 {}
#> called with x {}
#> called with x {}
#> called with 3 {}
#> called with 3 {}
#> called with 8 {}
#> called with 0 {}
#> called with 1 {'b': 2}
#> called with 1 {'b': 2}
#> TypeError: target() got multiple values for argument 'a'
#> TypeError: target() got multiple values for argument 'a'
#> called with 1 {}
#> called with 1 {}
#> TypeError: __main__.target() argument after ** must be a mapping, not int
#> TypeError: __main__.target() argument after ** must be a mapping, not int
#> TypeError: __main__.target() argument after ** must be a mapping, not list
#> TypeError: __main__.target() argument after ** must be a mapping, not list
#> TypeError: keywords must be strings
#> TypeError: keywords must be strings
#> TypeError: __main__.Callable.method() argument after * must be an iterable, not int
#> TypeError: 'int' object is not callable
#> TypeError: len() argument after * must be an iterable, not int
#> the callee has a dict of its own: {'a': 1}
#! exception
