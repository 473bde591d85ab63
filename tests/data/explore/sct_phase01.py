# SCTBench phase01: who has taken x for the second time does not give it back, so one thread waits for ever.
from threading import Lock, Thread

x = Lock()
y = Lock()


def work():
    x.acquire()
    x.release()
    x.acquire()
    y.acquire()
    y.release()
    y.acquire()
    y.release()


threads = [Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
