# A dict that a class keeps for all its objects: two threads both find nothing, and both make one.
import threading


class Page:
    known = {}
    made = []

    @classmethod
    def get(cls, name):
        if name not in cls.known:
            cls.made.append(name)
            cls.known[name] = cls()
        return cls.known[name]


def work():
    Page.get("index")


threads = [threading.Thread(target=work) for work in (work, work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert Page.made == ["index"]
