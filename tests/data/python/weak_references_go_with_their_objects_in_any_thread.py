# weakref: to threads and primitives, in a WeakValueDictionary that several threads fill, and finalizers at the end.
import gc
import threading
import weakref


class Thing:
    pass


things = weakref.WeakValueDictionary()
kept = []


def fill(number):
    for index in range(50):
        thing = Thing()
        things[number, index] = thing
        if index % 10 == 0:
            kept.append(thing)


threads = [threading.Thread(target=fill, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
gc.collect()
print(len(things), len(kept))

primitives = weakref.WeakSet([threading.Lock(), threading.RLock(), threading.Condition(), threading.Event()])
gc.collect()
print(len(primitives))

ended = weakref.ref(threads[0])
watched = weakref.ref(thread, lambda _: print("the last thread object is gone"))
print(ended() is threads[0])
del thread
threads.clear()
print(ended(), watched())


def leave():
    thing = Thing()
    weakref.finalize(thing, lambda: print("finalized in", threading.current_thread().name))


thread = threading.Thread(target=leave, name="leaver")
thread.start()
thread.join()
last = Thing()
weakref.finalize(last, print, "finalized at the end")
#> 20 20
#> 0
#> True
#> the last thread object is gone
#> None None
#> finalized in leaver
#> finalized at the end
