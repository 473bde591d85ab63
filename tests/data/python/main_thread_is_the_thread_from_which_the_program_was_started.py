import threading
def work():
    print(threading.main_thread() is threading.current_thread(), threading.main_thread().name, threading.main_thread().is_alive())
print(threading.main_thread() is threading.current_thread(), threading.main_thread().ident == threading.get_ident())
thread = threading.Thread(target=work); thread.start(); thread.join()
threading.Thread(target=lambda: (threading.main_thread().join(), print("after the main thread"))).start()
print("the main thread ends")
#> True True
#> False MainThread True
#> the main thread ends
#> after the main thread
