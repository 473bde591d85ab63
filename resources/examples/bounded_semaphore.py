# A Semaphore does not notice one release too many; a BoundedSemaphore raises ValueError.
# section: Semaphore
import time
from threading import BoundedSemaphore, Semaphore, Thread

seats = Semaphore(2)
checked_seats = BoundedSemaphore(2)


def sit_down(name):
    with checked_seats:
        print(f"{name} sits")
        time.sleep(1)


guests = [Thread(target=sit_down, args=(name,), name=name) for name in ("Ada", "Ben", "Cyd")]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()

seats.release()
print("a third seat out of nowhere:", [seats.acquire(blocking=False) for _ in range(3)])
try:
    checked_seats.release()
except ValueError as error:
    print("ValueError:", error)
