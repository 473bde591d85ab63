import atexit, os, tempfile, threading, time
folder = tempfile.mkdtemp()
path = os.path.join(folder, "file")
def write():
    try:
        with open(path, "w") as file:
            file.write("written, but not flushed")
            time.sleep(60)
    finally: print("never printed")
def look():
    print("left in the file:", repr(open(path).read()))
    os.remove(path); os.rmdir(folder)
atexit.register(look)
thread = threading.Thread(target=write, daemon=True); thread.start()
time.sleep(1)
print("the end, with the daemon", "alive" if thread.is_alive() else "over")
#> the end, with the daemon alive
#> left in the file: ''
