# A daemon's error is seen if it comes before the program ends.
import threading


def fail():
    [].pop()


threading.Thread(target=fail, daemon=True).start()
