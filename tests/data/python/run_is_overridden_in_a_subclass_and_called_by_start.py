import threading
class Mine(threading.Thread):
    def __init__(self, name):
        super().__init__()
        self.name = name
    def run(self):
        print(threading.current_thread().name, self is threading.current_thread())
m = Mine("mine"); m.start(); m.join()

#> mine True
