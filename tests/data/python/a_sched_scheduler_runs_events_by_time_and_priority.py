# sched: one thread runs the events, others may enter and cancel some meanwhile.
import sched
import threading
import time

began = time.monotonic()
scheduler = sched.scheduler(time.monotonic, time.sleep)


def tell(what):
    print(round(time.monotonic() - began), what)


scheduler.enter(2, 1, tell, ("second, after the important one",))
scheduler.enter(2, 0, tell, ("second, important",))
scheduler.enter(4, 1, tell, kwargs={"what": "fourth"})
never = scheduler.enter(3, 1, tell, ("never",))
print(scheduler.run(blocking=False) <= 2, len(scheduler.queue))

thread = threading.Thread(target=scheduler.run)
thread.start()
time.sleep(1)
scheduler.cancel(never)
scheduler.enterabs(began + 3, 1, tell, ("entered by another thread",))
thread.join()
tell("done")
print(scheduler.empty())
#> True 4
#> 2 second, after the important one
#> 2 second, important
#> 3 entered by another thread
#> 4 fourth
#> 4 done
#> True
