# One thread starts a helper, another waits for its end: before its start that is an error.
from threading import Thread

helper = Thread(target=print, args=("hello",))
threads = [Thread(target=helper.start), Thread(target=helper.join)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
