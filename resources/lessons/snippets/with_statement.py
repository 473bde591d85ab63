from threading import Lock

lock = Lock()
try:
    with lock as answer:
        print(answer, lock.locked())
        raise ValueError("something went wrong")
except ValueError as error:
    print(error, lock.locked())
