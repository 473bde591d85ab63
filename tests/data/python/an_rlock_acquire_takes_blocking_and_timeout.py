import threading, time
lock = threading.RLock(); lock.acquire(); answers = []
def other():
    began = time.monotonic()
    answers.append(lock.acquire(False)); answers.append(lock.acquire(blocking=True, timeout=2))
    answers.append(round(time.monotonic() - began))
    try: lock.release()
    except RuntimeError as error: answers.append(str(error))
    try: lock.acquire(False, 1)
    except ValueError as error: answers.append(str(error))
thread = threading.Thread(target=other); thread.start(); thread.join()
print(answers)
#> [False, False, 2, 'cannot release un-acquired lock', "can't specify a timeout for a non-blocking call"]
