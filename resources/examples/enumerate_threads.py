# enumerate() lists the threads that are alive: not those still to be started, not those that ended.
# section: Module-level functions
import threading
import time


def report(moment):
    names = [thread.name for thread in threading.enumerate()]
    print(f"{moment}: {threading.active_count()} alive: {', '.join(names)}")


short = threading.Thread(target=time.sleep, args=(1,), name="short")
long = threading.Thread(target=time.sleep, args=(3,), name="long", daemon=True)
report("nothing started yet")

short.start()
long.start()
report("both started")

short.join()
report("short is over")

long.join()
report("long is over")
