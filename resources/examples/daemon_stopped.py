# The program ends when only daemons are left, and cuts them off: not even `finally` is reached.
# section: Thread objects
import time
from threading import Thread


def tick():
    try:
        for second in range(100):
            print(f"second {second}")
            time.sleep(1)
    finally:
        print("tidied up")


clock = Thread(target=tick, name="clock", daemon=True)
clock.start()
time.sleep(3.5)
print("the main thread ends")
