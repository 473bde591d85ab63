# No wait may be longer than TIMEOUT_MAX: a greater timeout raises OverflowError at once.
# section: Module-level functions
from threading import TIMEOUT_MAX, Condition, Lock, RLock

print(f"TIMEOUT_MAX is {TIMEOUT_MAX:.0f} seconds,")
print(f"about {TIMEOUT_MAX / (365.25 * 24 * 3600):.0f} years.")

lock = Lock()
rlock = RLock()
condition = Condition()

waits = {
    "Lock.acquire": lock.acquire,
    "RLock.acquire": rlock.acquire,
    "Condition.wait": condition.wait,
}
with condition:
    for name, wait in waits.items():
        try:
            wait(timeout=TIMEOUT_MAX + 1)
        except OverflowError as error:
            print(f"{name}: OverflowError: {error}")
