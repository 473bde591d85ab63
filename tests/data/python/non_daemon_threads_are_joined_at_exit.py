import threading, time
def f(): time.sleep(0.2); print("still here")
threading.Thread(target=f).start()
print("end of main")

#> end of main
#> still here
