import threading, time
def nap(): time.sleep(1)
not_started = threading.Thread(target=nap)
print(threading.active_count())
threads = [threading.Thread(target=nap, daemon=n == 0) for n in range(3)]
for thread in threads: thread.start()
print(threading.active_count(), len(threading.enumerate()))
for thread in threads: thread.join()
print(threading.active_count())
#> 1
#> 4 4
#> 1
