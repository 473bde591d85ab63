from threading import TIMEOUT_MAX, Lock

print(f"{TIMEOUT_MAX / 3600 / 24 / 365.25:.0f} years")
try:
    Lock().acquire(timeout=TIMEOUT_MAX + 1)
except OverflowError as error:
    print(type(error).__name__)
