import os
import select
import time
from threading import Thread

reading, writing = os.pipe()


def answer():
    time.sleep(2)
    os.write(writing, b"at last")


time.sleep(1)
Thread(target=answer).start()
ready, _, _ = select.select([reading], [], [], 9223372036.0)
print(ready == [reading], os.read(reading, 100))
#> True b'at last'
