# cancel() may come too late.
from threading import Timer

fired = []
timer = Timer(5, lambda: fired.append(1))
timer.start()
timer.cancel()
timer.join()
assert not fired, "it fired all the same"
