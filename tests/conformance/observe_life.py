"""What a program can see of the life of threads: what they call, what they print when something goes wrong, and what
tools can put in the place of their parts.

To standard error, too: the stock interpreter and turnwise-python must print the same.
"""

import abc
import contextvars
import decimal
import re
import sys
import threading
import types
import typing
import warnings


def join(thread):
    thread.start()
    thread.join()


class Stream:
    """Standard error without what differs from run to run."""

    def write(self, text):
        sys.__stdout__.write(re.sub(r"0x[0-9a-f]+", "ADDRESS", text))

    def flush(self):
        sys.__stdout__.flush()


sys.stderr = Stream()


def target(a=0, **others):
    print("called with", a, others)


class Callable:
    def method(self):
        pass

    def __call__(self, *_, **__):
        raise ZeroDivisionError


ARGUMENTS = [
    {"args": 5}, {"args": None}, {"args": "x"}, {"args": {3: 4}}, {"args": iter([8])}, {"args": [1], "kwargs": {"b": 2}},
    {"args": (1,), "kwargs": {"a": 2}}, {"kwargs": types.MappingProxyType({"a": 1})}, {"kwargs": 5},
    {"kwargs": [("a", 1)]}, {"kwargs": {1: 2}},
]
for number, arguments in enumerate(ARGUMENTS):
    join(threading.Thread(target=target, name=f"thread {number}", **arguments))
    timer = threading.Timer(0, target, **arguments)
    timer.name = f"timer {number}"
    join(timer)
for number, called in enumerate((Callable().method, Callable(), len, 5)):
    join(threading.Thread(target=called, name=f"odd {number}", args=3))
join(threading.Thread(target=Callable(), name="without arguments"))


class Chain(threading.Thread):
    def run(self):
        try:
            raise KeyError("first")
        except KeyError as error:
            raise ValueError("second") from error


join(Chain(name="chain"))
join(threading.Thread(target=sys.exit, args=("not shown",), name="exit"))


def raise_interrupt():
    raise KeyboardInterrupt


join(threading.Thread(target=raise_interrupt, name="interrupt"))

print("--- names that are no text for a terminal")
thread = threading.Thread(name="\udc80")
print(ascii(thread.name), ascii(repr(thread)))
thread.name = "\ud800"
join(thread)
print(ascii(thread.name))

print("--- what is put in the place of parts of Thread")


class Booted(threading.Thread):
    def _bootstrap(self):
        print("_bootstrap")
        super()._bootstrap()


class Inner(threading.Thread):
    def _bootstrap_inner(self):
        print("_bootstrap_inner")
        super()._bootstrap_inner()


for kind in (Booted, Inner):
    thread = kind(target=print, args=(kind.__name__,))
    join(thread)
    print(thread.is_alive(), threading.active_count())
for name in ("start", "run", "__init__", "is_alive"):
    original = getattr(threading.Thread, name)

    def replacement(self, *args, _original=original, _name=name, **kwargs):
        print("replaced", _name)
        return _original(self, *args, **kwargs)

    setattr(threading.Thread, name, replacement)
    join(threading.Thread(target=print, args=("thread",), name="x"))
    print(threading.Timer(1, print).is_alive())
    setattr(threading.Thread, name, original)

print("--- classes")


class Abstract(threading.Thread, metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def work(self):
        pass


try:
    Abstract()
except TypeError as error:
    print(error)
T = typing.TypeVar("T")


class Generic(threading.Thread, typing.Generic[T]):
    __slots__ = ("slot",)


print(Generic[int], Generic().name.startswith("Thread-"))

print("--- a local class in several threads")


class Local(threading.local):
    made = 0

    def __init__(self, a, *, b=None):
        Local.made += 1
        if Local.made == 3:
            raise ValueError("the third time")
        self.a, self.b = a, b

    def __del__(self):
        print("the local is gone")


def look(local):
    local.own = threading.current_thread().name
    print(local.a, local.b, vars(local))


local = Local(1, b=2)
for number in range(3):
    join(threading.Thread(target=look, args=(local,), name=f"local {number}"))
print(vars(local), Local.made)
del local, thread, timer

print("--- contexts belong to threads")
variable = contextvars.ContextVar("variable", default="unset")
variable.set("main")
join(threading.Thread(target=lambda: print(variable.get())))
join(threading.Thread(target=contextvars.copy_context().run, args=(lambda: print(variable.get()),)))
decimal.getcontext().prec = 5
join(threading.Thread(target=lambda: print(decimal.getcontext().prec)))

print("--- hooks")
calls = []


def trace(frame, event, _):
    if frame.f_code.co_filename == __file__:
        calls.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
    return trace


def profile(frame, event, argument):
    if frame.f_code.co_filename == __file__:
        calls.append((event, frame.f_code.co_name, getattr(argument, "__name__", None)))


def traced():
    try:
        return len("abc") / 0
    except ZeroDivisionError:
        return None


for setter, hook in ((threading.settrace, trace), (threading.setprofile, profile)):
    setter(hook)
    join(threading.Thread(target=traced))
    setter(None)
    print(calls)
    calls.clear()
print(threading.gettrace(), threading.getprofile())
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        threading.Thread().setDaemon(True)
    except DeprecationWarning as warning:
        print(warning)
