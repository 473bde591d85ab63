from threading import Thread, local

data = local()
data.colour = "white"


def paint():
    print("has a colour:", hasattr(data, "colour"))
    data.colour = "red"


thread = Thread(target=paint)
thread.start()
thread.join()
print("mine is still", data.colour)
