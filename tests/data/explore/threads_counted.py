# How many threads there are depends on who has begun and ended.
import threading

seen = []


def idle():
    pass


def count():
    seen.append(threading.active_count())


threads = [threading.Thread(target=work) for work in (idle, count)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen == [3]
