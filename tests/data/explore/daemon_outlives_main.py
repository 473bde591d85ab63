# The program goes on to the end of its last thread, and so long a daemon can print.
from threading import Thread


def greet():
    print("hello")


Thread(target=greet, daemon=True).start()
Thread(target=lambda: None).start()
