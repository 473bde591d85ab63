# Its owner may acquire an RLock again; others get it when every acquire has had its release.
# section: RLock
import time
from threading import RLock, Thread, current_thread

tree_lock = RLock()


def climb(level):
    with tree_lock:
        print(f"{current_thread().name} reaches level {level}")
        time.sleep(0.5)
        if level < 3:
            climb(level + 1)


climbers = [Thread(target=climb, args=(1,), name=name) for name in ("Ada", "Ben")]
for climber in climbers:
    climber.start()
for climber in climbers:
    climber.join()
