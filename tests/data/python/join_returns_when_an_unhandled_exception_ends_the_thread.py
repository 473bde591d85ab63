import threading, time
def fail(): time.sleep(1); raise LookupError("unhandled")
threading.excepthook = lambda args: print(args.exc_type.__name__, args.exc_value)
thread = threading.Thread(target=fail); thread.start()
began = time.monotonic()
print(thread.join(), thread.is_alive(), round(time.monotonic() - began))
#> LookupError unhandled
#> None False 1
#! exception
