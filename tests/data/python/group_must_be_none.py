from threading import Thread
try: Thread(1)
except AssertionError as e: print(e)

#> group argument must be None for now
