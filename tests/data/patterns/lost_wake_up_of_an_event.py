# expect: lost-wake-up go
import time
from threading import Event, Thread

go = Event()


def wait_for_it():
    time.sleep(1)
    go.wait()


Thread(target=wait_for_it).start()
go.set()
go.clear()
