import threading, time
t = threading.Thread(target=time.sleep, args=(0.3,)); t.start()
a = time.monotonic(); print(t.join(0.1), t.is_alive()); t.join(); print(t.is_alive())
print(0.29 <= time.monotonic() - a < 0.35)
for wrong in (threading.Thread(), threading.current_thread()):
    try: wrong.join()
    except RuntimeError as e: print(e)

#> None True
#> False
#> True
#> cannot join thread before it is started
#> cannot join current thread
