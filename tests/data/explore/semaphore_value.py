# Nobody promises that Semaphore._value is still so when it has been read.
import threading

seats = threading.Semaphore(1)
seen = []


def sit():
    seats.acquire()


def look():
    seen.append(seats._value)


threads = [threading.Thread(target=work) for work in (sit, look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen == [1]
