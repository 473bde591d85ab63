# Deadlock Empire, a more complex thread, shortened: a lock is taken twice and given back once.
from threading import Lock, RLock, Thread

mutex = RLock()
second_mutex = RLock()
third_mutex = Lock()
flag = False


def first():
    global flag
    if mutex.acquire(blocking=False):
        with third_mutex:
            with mutex:
                pass
            with second_mutex:
                flag = False
    else:
        with second_mutex:
            flag = True


def second():
    global flag
    if flag:
        second_mutex.acquire()
        mutex.acquire()
        flag = False
        mutex.release()
        second_mutex.acquire()
    else:
        with mutex:
            flag = False


threads = [Thread(target=first), Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
