# Threads that do nothing but call a method of a list: either may come first.
import threading

numbers = []
threads = [threading.Thread(target=numbers.append, args=(i,)) for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert numbers == [0, 1]
