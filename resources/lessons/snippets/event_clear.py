from threading import Event

door = Event()
door.set()
print(door.wait(timeout=1))
door.clear()
print(door.wait(timeout=1))
