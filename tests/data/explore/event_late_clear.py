# The event is cleared after the work: a job that came meanwhile is lost.
from threading import Event, Thread

event = Event()
jobs = 0
done = 0


def submit():
    global jobs
    for _ in range(2):
        jobs += 1
        event.set()


def work():
    global done
    while done < 2:
        event.wait()
        done = jobs
        event.clear()


threads = [Thread(target=work), Thread(target=submit)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
