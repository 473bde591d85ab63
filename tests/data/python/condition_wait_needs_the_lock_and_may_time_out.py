import threading
c = threading.Condition()
for wrong in (c.wait, c.notify):
    try: wrong()
    except RuntimeError as e: print(e)
with c: print(c.wait(0.1), c.wait_for(lambda: 7), c.wait_for(lambda: 0, timeout=0.1))

#> cannot wait on un-acquired lock
#> cannot notify on un-acquired lock
#> False 7 0
