# Deadlock Empire, the triple danger, shortened: a queue guarded by a condition and by a flag that is not.
from threading import Condition, Thread

condition = Condition()
queue = []
is_open = True


def conduct():
    while is_open:
        with condition:
            queue.append("lightning")
            condition.notify()
        return


def close():
    global is_open
    is_open = False
    with condition:
        condition.notify_all()


def strike():
    with condition:
        while not queue:
            condition.wait()
        queue.pop()


threads = [Thread(target=conduct), Thread(target=close), Thread(target=strike)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
