# The event is cleared after the work: a job that came meanwhile is lost.
from threading import Event, Thread

event = Event()
box = {}


def submit():
    for _ in range(2):
        box["jobs"] = box.get("jobs", 0) + 1
        event.set()


def work():
    done = 0
    while done < 2:
        event.wait()
        done += box.pop("jobs", 0)
        event.clear()


threads = [Thread(target=work), Thread(target=submit)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
