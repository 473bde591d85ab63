# Waits for something outside only where four updates of six are lost, which few schedules show.
from threading import Thread

count = 0


def add():
    global count
    for _ in range(2):
        count += 1


threads = [Thread(target=add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
if count == 2:
    import asyncio  # here, because it takes long

    asyncio.run(asyncio.sleep(0.1))
