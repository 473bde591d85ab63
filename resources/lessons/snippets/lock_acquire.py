from threading import Lock

lock = Lock()
print(lock.acquire())
print(lock.acquire(blocking=False))
print(lock.acquire(timeout=2))
try:
    lock.acquire(blocking=False, timeout=2)
except ValueError as error:
    print(error)
