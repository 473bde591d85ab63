# expect: nothing
import time
from threading import Lock, Thread

instance = None
making = Lock()


def get():
    global instance
    if instance is None:
        time.sleep(0.1)
        with making:
            if instance is None:
                instance = 42
    return instance


users = [Thread(target=get) for _ in range(3)]
for user in users:
    user.start()
for user in users:
    user.join()
print(instance)
