# One object, yet each thread finds in it only the attributes that it stored itself.
# section: Thread-local data
import time
from threading import Thread, current_thread, local

data = local()
data.colour = "white"


def paint(colour):
    name = current_thread().name
    print(f"{name}: has a colour? {hasattr(data, 'colour')}")
    data.colour = colour
    time.sleep(1)
    print(f"{name}: my colour is {data.colour}")


painters = [
    Thread(target=paint, args=("red",), name="first"),
    Thread(target=paint, args=("blue",), name="second"),
]
for painter in painters:
    painter.start()
for painter in painters:
    painter.join()
print("main thread: my colour is", data.colour)
