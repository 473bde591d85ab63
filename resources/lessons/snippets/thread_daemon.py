import time
from threading import Thread


def tick():
    try:
        while True:
            print("tick")
            time.sleep(1)
    finally:
        print("never printed")


Thread(target=tick, daemon=True).start()
time.sleep(2.5)
print("the main thread ends")
