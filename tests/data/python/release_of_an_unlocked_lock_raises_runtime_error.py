import threading
for lock in (threading.Lock(), threading.RLock()):
    try: lock.release()
    except RuntimeError as e: print(e)

#> release unlocked lock
#> cannot release un-acquired lock
