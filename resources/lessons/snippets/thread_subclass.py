from threading import Thread


class Square(Thread):
    def __init__(self, number):
        super().__init__()
        self.number = number

    def run(self):
        self.result = self.number**2


threads = [Square(number) for number in (2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
    print(thread.result)
