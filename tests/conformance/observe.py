"""What a program can see of threading without looking at time: names, texts, errors, and what objects hold.

Prints one line an observation. Run by the stock interpreter and by turnwise-python, it must print the same; addresses
and identifiers are masked.
"""

import copy
import inspect
import io
import pickle
import re
import sys
import threading
import warnings
import weakref

import _thread


def masked(text):
    text = re.sub(r"0x[0-9a-f]+", "ADDRESS", text)
    return re.sub(r"\b1\d{14}\b", "IDENT", text)


def look(what, call):
    try:
        seen = repr(call())
    except BaseException as error:
        seen = f"{type(error).__name__}: {error}"
    print(f"{what}: {masked(seen)}")


def nothing(*_):
    pass


def unfinished():
    release = threading.Event()
    thread = threading.Thread(target=release.wait, name="unfinished")
    thread.start()
    return thread, release


class Bare(threading.Thread):
    def __init__(self):
        pass


OBJECTS = {
    "Lock": threading.Lock,
    "RLock": threading.RLock,
    "_RLock": threading._RLock,
    "Condition": threading.Condition,
    "Condition over a Lock": lambda: threading.Condition(threading.Lock()),
    "Semaphore": lambda: threading.Semaphore(2),
    "Semaphore of a fraction": lambda: threading.Semaphore(2.5),
    "BoundedSemaphore": lambda: threading.BoundedSemaphore(2),
    "Event": threading.Event,
    "Barrier": lambda: threading.Barrier(2),
    "Barrier of a word": lambda: threading.Barrier("two"),
    "Thread": lambda: threading.Thread(target=nothing),
    "Timer": lambda: threading.Timer(1, nothing),
    "local": threading.local,
}

for name, make in OBJECTS.items():
    look(f"{name}", make)
    look(f"type of {name}", lambda: type(make()))
    look(f"vars of {name}", lambda: sorted(vars(make())))
    look(f"public names of {name}", lambda: [n for n in dir(make()) if not n.startswith("_")])
    look(f"weak reference to {name}", lambda: type(weakref.ref(make())).__name__)
    look(f"copy of {name}", lambda: type(copy.copy(make())).__name__)
    look(f"deep copy of {name}", lambda: copy.deepcopy(make()))
    look(f"pickle of {name}", lambda: pickle.dumps(make()))
    look(f"new attribute of {name}", lambda: setattr(make(), "remark", 1))

# Functions of the module are built-in ones, as those of _thread are; that much can be seen.
for name in sorted(dir(threading)):
    if not name.startswith("__"):
        look(f"threading.{name}", lambda: (callable(getattr(threading, name)), isinstance(getattr(threading, name), type)))
look("__all__", lambda: threading.__all__)
look("signature of Thread", lambda: inspect.signature(threading.Thread))
look("signature of Condition.wait_for", lambda: list(inspect.signature(threading.Condition.wait_for).parameters))

running, release = unfinished()
WRONG = {
    "Thread with a group": lambda: threading.Thread("group"),
    "Thread with seven arguments": lambda: threading.Thread(None, None, None, (), {}, False, 7),
    "Thread with an unknown argument": lambda: threading.Thread(speed=3),
    "Thread with two targets": lambda: threading.Thread(None, nothing, target=nothing),
    "Timer without a function": lambda: threading.Timer(1),
    "Barrier without parties": lambda: threading.Barrier(),
    "wait_for without a predicate": lambda: threading.Condition().wait_for(),
    "Event with an argument": lambda: threading.Event(1),
    "second start": running.start,
    "daemon while running": lambda: setattr(running, "daemon", True),
    "join with a word": lambda: running.join("soon"),
    "join before start": threading.Thread().join,
    "join of itself": lambda: threading.current_thread().join(),
    "start without __init__": lambda: Bare().start(),
    "name without __init__": lambda: Bare().name,
    "repr without __init__": lambda: repr(Bare()),
    "daemon without __init__": lambda: setattr(Bare(), "daemon", True),
    "ident is read only": lambda: setattr(running, "ident", 1),
    "parties are read only": lambda: setattr(threading.Barrier(1), "parties", 1),
    "release of a free Lock": lambda: threading.Lock().release(),
    "release of a free RLock": lambda: threading.RLock().release(),
    "timeout without blocking": lambda: threading.Lock().acquire(False, 2),
    "negative timeout": lambda: threading.Lock().acquire(True, -3),
    "timeout that is too long": lambda: threading.Lock().acquire(True, 1e30),
    "blocking is None": lambda: threading.Lock().acquire(None),
    "semaphore below zero": lambda: threading.Semaphore(-2),
    "semaphore of a word": lambda: threading.Semaphore("many"),
    "semaphore timeout without blocking": lambda: threading.Semaphore().acquire(False, 2),
    "release of none": lambda: threading.Semaphore().release(0),
    "release of too many": lambda: threading.BoundedSemaphore(2).release(1),
    "notify without the lock": lambda: threading.Condition().notify(),
    "wait without the lock": lambda: threading.Condition().wait(),
    "condition over a number": lambda: threading.Condition(7),
    "lock from its type": lambda: type(threading.Lock())(),
    "class over Lock": lambda: type("Own", (type(threading.Lock()),), {}),
    "start_new_thread of a number": lambda: _thread.start_new_thread(1, ()),
    "interrupt_main of nothing": lambda: _thread.interrupt_main(99),
    "hook of a number": lambda: threading.excepthook(1),
}
for what, call in WRONG.items():
    look(what, call)
release.set()
running.join()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    thread = threading.Thread()
    thread.getName(), thread.setName("x"), thread.isDaemon(), thread.setDaemon(True)
    threading.Event().isSet(), threading.activeCount(), threading.currentThread()
    with threading.Condition() as _, threading.Condition() as _:
        pass
    for warning in caught:
        print(warning.category.__name__, warning.message, warning.filename == __file__)


def fail():
    raise LookupError("nothing there")


def failing_hook(_):
    raise ValueError("the hook itself")


for hook in (threading.excepthook, failing_hook):
    threading.excepthook, before = hook, threading.excepthook
    sys.stderr, stream = io.StringIO(), sys.stderr
    thread = threading.Thread(target=fail, name="failing")
    thread.start()
    thread.join()
    sys.stderr, stream = stream, sys.stderr
    threading.excepthook = before
    print(re.sub(r"line \d+", "line N", masked(stream.getvalue())))
look("after its end", lambda: (thread.is_alive(), thread, hasattr(thread, "_target"), thread._tstate_lock))
look("run once more", thread.run)
