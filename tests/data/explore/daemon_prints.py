# What a daemon prints may come before the end of the program, or not at all.
from threading import Thread


def greet():
    print("hello")
    print("and good-bye")


Thread(target=greet, daemon=True).start()
