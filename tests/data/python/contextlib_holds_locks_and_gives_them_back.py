# contextlib: locks on an ExitStack, a generator as a context manager around a lock, closing and suppress in threads.
import contextlib
import threading

first, second = threading.Lock(), threading.RLock()

with contextlib.ExitStack() as stack:
    stack.enter_context(first)
    stack.enter_context(second)
    stack.callback(print, "called before the locks go")
    print(first.locked(), second._is_owned())
print(first.locked(), second._is_owned())


@contextlib.contextmanager
def counted(lock, entered):
    with lock:
        entered.append(threading.current_thread().name)
        yield len(entered)


entered = []


def work():
    with contextlib.suppress(LookupError), counted(first, entered) as number:
        if number == 2:
            raise LookupError


threads = [threading.Thread(target=work, name=f"T{number}") for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(entered), first.locked())

with contextlib.ExitStack() as stack:
    stack.enter_context(first)
    kept = stack.pop_all()
print("still held", first.locked())
kept.close()
print("given back", first.locked())


@contextlib.contextmanager
def decorated():
    with second:
        yield


@decorated()
def inside():
    return second._is_owned()


print(inside(), second._is_owned())
#> True True
#> called before the locks go
#> False False
#> ['T0', 'T1', 'T2', 'T3'] False
#> still held True
#> given back False
#> True False
