# An object may own a Barrier whose action is its own method, or be the lock of its own Condition: the collector finds
# such rings. What a primitive still needs stays, also when the program takes the attribute away.
import gc
import queue
import threading


class Team:
    def __init__(self):
        self.barrier = threading.Barrier(1, action=self.step)

    def step(self):
        pass

    def __del__(self):
        print("the team is gone")


class Own:
    def __init__(self):
        self.condition = threading.Condition(self)

    def acquire(self, *_):
        return True

    def release(self):
        pass

    def __del__(self):
        print("the lock is gone")


class Letter:
    def __init__(self):
        self.box = queue.SimpleQueue()
        self.box.put(self)

    def __del__(self):
        print("the letter is gone")


team = Team()
team.barrier.wait()
for thing in [team, Own(), Letter()]:
    del thing
del team
gc.collect()
print("collected")

condition = threading.Condition()
with condition:
    del condition._lock
    gc.collect()
    condition.notify()
    print(condition.wait(1))
    condition._lock = threading.Lock()
    condition._lock.acquire()
print("left by the new lock:", condition._lock.locked())
#> the team is gone
#> the lock is gone
#> the letter is gone
#> collected
#> False
#> left by the new lock: False
