# An exception that two threads have is an object like others.
import threading

error = ValueError("old")
seen = []


def change():
    error.args = ("new",)


def look():
    seen.append(str(error))


threads = [threading.Thread(target=work) for work in (change, look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen == ["old"]
