# The program does not wait for a daemon.
from threading import Thread

log = []


def write():
    log.append("begun")
    log.append("done")


Thread(target=write, daemon=True).start()
print(len(log))
