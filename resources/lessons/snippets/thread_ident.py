import time
from threading import Thread

first = Thread(target=time.sleep, args=(1,))
print(first.ident)
first.start()
first.join()
second = Thread(target=time.sleep, args=(1,))
second.start()
second.join()
print(isinstance(first.ident, int), first is second)
