# json.dumps() has not come to the second list when it asks what to do with the first object.
import json
import threading

notes = [1]
seen = []


class Unknown:
    pass


def default(unknown):
    notes.append(2)
    return 0


def dump():
    seen.append(json.dumps([Unknown(), notes], default=default))


def add():
    notes.append(3)


threads = [threading.Thread(target=work) for work in (dump, add)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen != ["[0, [1, 2, 3]]"]
