import threading
import time

threading.Thread(target=time.sleep, args=(1,), name="worker").start()
threading.Thread(target=time.sleep, args=(1,), name="helper", daemon=True).start()
never = threading.Thread(name="never started")
for thread in threading.enumerate():
    print(thread.name, "- daemon" if thread.daemon else "")
