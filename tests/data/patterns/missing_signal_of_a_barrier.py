# expect: missing-signal gate
from threading import Barrier, Thread

gate = Barrier(3)
for _ in range(2):
    Thread(target=gate.wait).start()
