import threading
def where(): print(threading.current_thread().name)
thread = threading.Thread(target=where, name="other")
thread.run()
print(thread.is_alive(), thread.ident)
threading.Thread(target=where, name="another").start()

#> MainThread
#> False None
#> another
