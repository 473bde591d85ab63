# A method of a base class is replaced while it is called through an instance of a subclass.
import threading


class Base:
    def name(self):
        return "old"


class Derived(Base):
    pass


one = Derived()
names = []


def call():
    names.append(one.name())


def replace():
    Base.name = lambda self: "new"


threads = [threading.Thread(target=call), threading.Thread(target=replace)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert names == ["old"]
