# Two threads take from one generator: who comes while it is at work gets an error.
import threading


def count():
    yield 0
    yield 1


numbers = count()
threads = [threading.Thread(target=lambda: next(numbers)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
