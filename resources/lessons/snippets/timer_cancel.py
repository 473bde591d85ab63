import time
from threading import Timer

timer = Timer(2, print, args=("never printed",))
timer.start()
time.sleep(1)
timer.cancel()
timer.join()
print("cancelled in time")
