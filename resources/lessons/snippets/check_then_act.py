import time
from threading import Thread

tickets = 1


def buy(name):
    global tickets
    if tickets > 0:
        time.sleep(0.1)
        tickets -= 1
        print(name, "has a ticket")


threads = [Thread(target=buy, args=(name,)) for name in ("Ada", "Ben")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("tickets left:", tickets)
