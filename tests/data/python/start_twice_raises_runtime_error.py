import threading
t = threading.Thread(target=int); t.start()
try: t.start()
except RuntimeError as e: print(e)
t.join()
try: t.start()
except RuntimeError as e: print(e)

#> threads can only be started once
#> threads can only be started once
