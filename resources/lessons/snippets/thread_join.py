import time
from threading import Thread

thread = Thread(target=time.sleep, args=(2,))
thread.start()
print(thread.join(timeout=1), thread.is_alive())
print(thread.join(), thread.is_alive())
