from threading import Semaphore

seats = Semaphore(1)
print(seats.acquire())
print(seats.acquire(blocking=False))
print(seats.acquire(timeout=1))
try:
    Semaphore(-1)
except ValueError as error:
    print(error)
