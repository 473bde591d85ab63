import threading, time
def compute():
    for _ in range(20000): pass
def seconds(count):
    threads = [threading.Thread(target=compute) for _ in range(count)]
    began = time.perf_counter()
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    return time.perf_counter() - began
alone = seconds(1)
print(seconds(3) > 2 * alone)
#> True
