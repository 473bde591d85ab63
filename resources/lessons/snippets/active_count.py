import time
from threading import Thread, active_count

print("before:", active_count())
thread = Thread(target=time.sleep, args=(1,))
print("made, not started:", active_count())
thread.start()
print("running:", active_count())
thread.join()
print("over:", active_count())
