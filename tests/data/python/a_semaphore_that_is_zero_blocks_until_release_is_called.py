import threading, time
semaphore = threading.Semaphore(0); began = time.monotonic()
threading.Timer(2, semaphore.release).start()
print(semaphore.acquire(), round(time.monotonic() - began))
semaphore.release(); print(semaphore.acquire(), round(time.monotonic() - began))
#> True 2
#> True 2
