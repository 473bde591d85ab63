# A program may set the clock on the wall: its own. The clocks that only go forward do not care, and no timeout does.
import threading
import time

before = time.monotonic()
now = time.time()
time.clock_settime(time.CLOCK_REALTIME, now - 3600)
print("an hour back:", 3599 < now - time.time() <= 3600)
print("monotonic went on:", 0 < time.monotonic() - before < 1)

waited_from = time.monotonic()
threading.Event().wait(2)
print("a wait of two seconds takes", round(time.monotonic() - waited_from, 1))
print("the wall says", time.strftime("%Y-%m-%d %H:%M", time.gmtime(time.time())))

time.clock_settime_ns(time.CLOCK_REALTIME, 1_000_000_000_123_456_789)
print("in 2001:", time.time_ns() // 1_000_000_000, time.ctime()[-4:])
time.clock_settime(time.CLOCK_REALTIME, 0.75)
print("at the beginning:", time.clock_gettime(time.CLOCK_REALTIME) < 0.76)

for clock, moment in ((time.CLOCK_MONOTONIC, 0), (time.CLOCK_REALTIME, -1)):
    try:
        time.clock_settime(clock, moment)
    except OSError as error:
        print("refused:", error.strerror)
#> an hour back: True
#> monotonic went on: True
#> a wait of two seconds takes 2.0
#> the wall says 2023-12-31 23:00
#> in 2001: 1000000000 2001
#> at the beginning: True
#> refused: Invalid argument
#> refused: Invalid argument
