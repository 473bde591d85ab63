import time
from threading import Event, Thread

ready = Event()


def runner(name):
    ready.wait()
    print(name, "runs")


for name in ("Ada", "Ben"):
    Thread(target=runner, args=(name,)).start()
time.sleep(1)
print("ready, go!")
ready.set()
