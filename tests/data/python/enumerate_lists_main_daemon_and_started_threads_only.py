import threading, time
def nap(): time.sleep(0.2)
never = threading.Thread(target=nap, name="never started")
over = threading.Thread(target=lambda: None, name="over")
over.start(); over.join()
daemon = threading.Thread(target=nap, name="daemon", daemon=True)
daemon.start()
print([t.name for t in threading.enumerate()])
print(threading.active_count() == len(threading.enumerate()))

#> ['MainThread', 'daemon']
#> True
