from threading import BoundedSemaphore

seats = BoundedSemaphore(2)
seats.acquire()
seats.release()
try:
    seats.release()
except ValueError as error:
    print(error)
