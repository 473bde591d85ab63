# No search can tell when it is over: there is not even another line.
while True: pass
