from threading import Barrier, BrokenBarrierError, Thread

gate = Barrier(3)


def arrive(name):
    try:
        gate.wait(timeout=5)
    except BrokenBarrierError:
        print(name, "gave up: the third never came")


for name in ("Ada", "Ben"):
    Thread(target=arrive, args=(name,)).start()
