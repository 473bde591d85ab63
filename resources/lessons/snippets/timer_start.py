import time
from threading import Timer

timer = Timer(1, print, args=("ring",))
time.sleep(5)
print("five seconds, and nothing rang yet")
timer.start()
