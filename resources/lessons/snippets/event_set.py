from threading import Event

ready = Event()
ready.set()
print(ready.is_set())
print(ready.wait(), "at once")
