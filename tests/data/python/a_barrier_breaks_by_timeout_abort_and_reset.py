import threading, time
b = threading.Barrier(2)
try: b.wait(0.1)
except threading.BrokenBarrierError as e: print(repr(e), b.broken)
b.reset(); print(b.broken); b.abort(); print(b.broken)
try: b.wait()
except threading.BrokenBarrierError: print("broken")

#> BrokenBarrierError() True
#> False
#> True
#> broken
