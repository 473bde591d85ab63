from threading import Semaphore

seats = Semaphore(1)
seats.release()
print([seats.acquire(blocking=False) for _ in range(3)])
seats.release(2)
print([seats.acquire(blocking=False) for _ in range(3)])
