from threading import Thread

thread = Thread(target=print, args=("hello from the thread",))
print(thread.ident)
thread.start()
thread.join()
try:
    thread.start()
except RuntimeError as error:
    print(error)
