import threading
b = threading.BoundedSemaphore(2); b.acquire(); b.release()
try: b.release()
except ValueError as e: print(e)
print(isinstance(b, threading.Semaphore))

#> Semaphore released too many times
#> True
