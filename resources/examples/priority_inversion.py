# high waits for the lock of low, but medium keeps low from running: inheriting priorities helps.
# section: Things that go wrong
# run with: --policy priority --priority low=1 --priority medium=2 --priority high=3
import time
from threading import Lock, Thread

lock = Lock()


def calculate(rounds):
    total = 0
    for number in range(rounds):
        total += number


def low():
    time.sleep(0.1)
    with lock:
        calculate(500)


def medium():
    time.sleep(0.12)
    calculate(5000)


def high():
    time.sleep(0.11)
    start = time.perf_counter()
    with lock:
        milliseconds = (time.perf_counter() - start) * 1000
        print(f"high has waited {milliseconds:.0f} ms")


threads = [Thread(target=work, name=work.__name__) for work in (low, medium, high)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
