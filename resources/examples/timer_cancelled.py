# cancel() works while the Timer still waits: after four of its five seconds it ends without a call.
# section: Timer
import time
from threading import Timer


def ring():
    print("never printed")


alarm = Timer(5, ring)
alarm.start()
time.sleep(4)
print("alive before cancel():", alarm.is_alive())
alarm.cancel()
alarm.join()
print("alive after it:", alarm.is_alive())
