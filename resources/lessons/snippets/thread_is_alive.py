import time
from threading import Thread

thread = Thread(target=time.sleep, args=(1,))
print(thread.is_alive())
thread.start()
print(thread.is_alive())
thread.join()
print(thread.is_alive())
