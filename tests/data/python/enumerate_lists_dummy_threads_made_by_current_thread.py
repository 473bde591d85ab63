import _thread, threading, time
def f():
    dummy = threading.current_thread()
    print(type(dummy).__name__, dummy.daemon, dummy in threading.enumerate())
_thread.start_new_thread(f, ())
time.sleep(0.1)

#> _DummyThread True True
