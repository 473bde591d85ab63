# What a signal does to a main thread that sleeps, waits, or waits for its lock again; and _thread.interrupt_main(), which
# wakes nobody.
import _thread
import os
import signal
import threading
import time


def interrupt():
    os.kill(os.getpid(), signal.SIGINT)


def interrupted(call):
    threading.Timer(1, interrupt).start()
    try:
        return call()
    except KeyboardInterrupt:
        return "interrupted"


signal.signal(signal.SIGINT, signal.default_int_handler)
lock, semaphore, event = threading.Lock(), threading.Semaphore(0), threading.Event()
lock.acquire()
sleeper = threading.Thread(target=time.sleep, args=(8,))
sleeper.start()
print(interrupted(lambda: time.sleep(5)), interrupted(lock.acquire), interrupted(event.wait), interrupted(semaphore.acquire))
print(interrupted(sleeper.join), interrupted(lambda: time.sleep(5)))
print(lock.locked(), semaphore._value, event.is_set())

condition = threading.Condition()


def hold():
    with condition:
        condition.notify()
        time.sleep(1)
        interrupt()
        time.sleep(1)
        print("the lock is given back")


holder = threading.Thread(target=hold)
try:
    with condition:
        holder.start()
        condition.wait()
        print("not reached")
except KeyboardInterrupt:
    print("interrupted when it had the lock again, and left it:", condition._is_owned())
holder.join()

signal.signal(signal.SIGUSR1, lambda number, frame: print("handled in", threading.current_thread().name))
threading.Timer(1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
began = time.monotonic()
time.sleep(3)
print("slept on", round(time.monotonic() - began))


threading.Timer(1, _thread.interrupt_main).start()
began = time.monotonic()
try:
    time.sleep(3)
except KeyboardInterrupt:
    print("after the sleep:", round(time.monotonic() - began))


def work():
    time.sleep(10)
    print("never: an interrupt ends the waiting for threads, too")


threading.Thread(target=work).start()
threading.Timer(1, interrupt).start()
print("the end")
#> interrupted interrupted interrupted interrupted
#> interrupted interrupted
#> True 0 False
#> the lock is given back
#> interrupted when it had the lock again, and left it: False
#> handled in MainThread
#> slept on 3
#> after the sleep: 3
#> the end
