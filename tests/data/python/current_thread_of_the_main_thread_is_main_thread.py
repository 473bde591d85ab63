import threading
print(threading.current_thread() is threading.main_thread())
print(repr(threading.main_thread()).split("started")[0])

#> True
#> <_MainThread(MainThread, 
