# Little Book of Semaphores: the barbershop with one chair, whose customer waits with the lock in his hand.
from threading import Lock, Semaphore, Thread

mutex = Lock()
customer = Semaphore(0)
barber = Semaphore(0)
waiting = 0


def visit():
    global waiting
    with mutex:
        if waiting == 1:
            return
        waiting += 1
        customer.release()
        barber.acquire()


def work():
    global waiting
    customer.acquire()
    with mutex:
        waiting -= 1
    barber.release()


threads = [Thread(target=visit), Thread(target=visit)]
Thread(target=work, daemon=True).start()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
