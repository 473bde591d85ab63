# Nobody passes the barrier before all three have come; then all three go on together.
# section: Barrier
import time
from threading import Barrier, Thread

start_line = Barrier(3, action=lambda: print("all here: go!"))


def race(name, seconds):
    time.sleep(seconds)
    print(f"{name} is at the start line")
    start_line.wait()
    time.sleep(1)
    print(f"{name} has run")


runners = [
    Thread(target=race, args=(name, seconds), name=name)
    for name, seconds in (("Ada", 1), ("Ben", 3), ("Cyd", 2))
]
for runner in runners:
    runner.start()
for runner in runners:
    runner.join()
