import threading, time
def forever():
    while True: time.sleep(1)
threading.Thread(target=forever, daemon=True).start()
print("end of main")

#> end of main
