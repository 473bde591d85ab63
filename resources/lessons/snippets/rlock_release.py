from threading import RLock, Thread

lock = RLock()
lock.acquire()


def release():
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


thread = Thread(target=release)
thread.start()
thread.join()
