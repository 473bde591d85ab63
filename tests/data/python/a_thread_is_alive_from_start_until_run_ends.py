import threading, time
t = threading.Thread(target=time.sleep, args=(0.1,))
print(t.is_alive()); t.start(); print(t.is_alive()); t.join(); print(t.is_alive())

#> False
#> True
#> False
