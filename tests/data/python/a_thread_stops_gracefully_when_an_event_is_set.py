import threading
stop = threading.Event()
def work():
    rounds = 0
    while not stop.wait(0.5): rounds += 1
    print("closed after", rounds, "rounds")
thread = threading.Thread(target=work)
print(thread.daemon)
thread.start()
stop.wait(1.7)
stop.set()
thread.join()

#> False
#> closed after 3 rounds
