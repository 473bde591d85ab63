# The right twin of generator_shared.
import threading


def count():
    yield 0
    yield 1


numbers = count()
lock = threading.Lock()


def take():
    with lock:
        next(numbers)


threads = [threading.Thread(target=take) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
