# A primitive whose __init__ is called while a thread waits in it is a new one; the thread waits on where it was.
import gc
import threading

event, semaphore = threading.Event(), threading.Semaphore(0)
answers = []
threads = [
    threading.Thread(target=lambda: answers.append(("event", event.wait(2)))),
    threading.Thread(target=lambda: answers.append(("semaphore", semaphore.acquire(timeout=3)))),
]
for thread in threads:
    thread.start()
event.__init__()
semaphore.__init__(1)
gc.collect()
event.set()
print(event.is_set(), semaphore.acquire(blocking=False))
for thread in threads:
    thread.join()
print(answers)
#> True True
#> [('event', False), ('semaphore', False)]
