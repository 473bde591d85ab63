# A name is only a label and may change; the daemon flag is fixed once the thread has started.
# section: Thread objects
import time
from threading import Thread

unnamed = Thread(target=time.sleep, args=(1,))
named = Thread(target=time.sleep, args=(2,), name="helper", daemon=True)
for thread in (unnamed, named):
    print(f"name {thread.name!r}, daemon {thread.daemon}, ident {thread.ident}")

unnamed.name = "sleeper"
unnamed.start()
named.start()
for thread in (unnamed, named):
    print(f"{thread.name} is alive: {thread.is_alive()}")

try:
    named.daemon = False
except RuntimeError as error:
    print("RuntimeError:", error)

unnamed.join()
named.join()
for thread in (unnamed, named):
    print(f"{thread.name} is alive: {thread.is_alive()}")
