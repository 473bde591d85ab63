import threading, time
up = threading.Event()
def connect():
    attempt = 1
    while not up.is_set():
        if attempt > 3: raise ConnectionError("too many attempts")
        print(threading.current_thread().name, "attempt", attempt)
        attempt += 1
        up.wait(1)
    print(threading.current_thread().name, "is connected")
def serve():
    time.sleep(2.5)
    print("the server is up")
    up.set()
clients = [threading.Thread(target=connect, name=f"client {n}") for n in range(3)]
for client in clients: client.start(); time.sleep(0.1)
threading.Thread(target=serve).start()
#> client 0 attempt 1
#> client 1 attempt 1
#> client 2 attempt 1
#> client 0 attempt 2
#> client 1 attempt 2
#> client 2 attempt 2
#> client 0 attempt 3
#> client 1 attempt 3
#> client 2 attempt 3
#> the server is up
#> client 0 is connected
#> client 1 is connected
#> client 2 is connected
