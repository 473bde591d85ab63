# Looks whether a thread has ended in place of joining it.
import time
from threading import Thread

done = False


def work():
    global done
    done = True


thread = Thread(target=work)
thread.start()
while thread.is_alive():
    time.sleep(0.1)
assert done
