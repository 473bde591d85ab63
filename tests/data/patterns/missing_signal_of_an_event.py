# expect: missing-signal ready
from threading import Event, Thread

ready = Event()
Thread(target=ready.wait).start()
