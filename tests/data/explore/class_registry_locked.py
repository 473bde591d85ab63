# Right: under a lock of the class.
import threading


class Page:
    known = {}
    made = []
    lock = threading.Lock()

    @classmethod
    def get(cls, name):
        with cls.lock:
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
