# A cycle of three.
from threading import Lock, Thread

locks = [Lock() for _ in range(3)]


def work(left, right):
    with left:
        with right:
            pass


threads = [Thread(target=work, args=(locks[0], locks[1])), Thread(target=work, args=(locks[1], locks[2])), Thread(target=work, args=(locks[2], locks[0]))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
