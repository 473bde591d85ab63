# Released once too often, before anything else: two threads are inside.
from threading import Lock, Semaphore, Thread


class Visitor:
    met_another = False


semaphore = Semaphore(1)
inside = Lock()


def work(me, is_eager):
    if is_eager:
        semaphore.release()
    semaphore.acquire()
    if inside.acquire(blocking=False):
        inside.release()
    else:
        me.met_another = True
    semaphore.release()


visitors = [Visitor(), Visitor()]
threads = [Thread(target=work, args=(visitors[0], True)), Thread(target=work, args=(visitors[1], False))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert not visitors[0].met_another and not visitors[1].met_another, "two threads are inside"
