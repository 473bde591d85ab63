# multiprocessing.pool.ThreadPool and multiprocessing.dummy: processes in name, threads in fact.
import multiprocessing.dummy
import threading
import time
from multiprocessing.pool import ThreadPool


def work(number):
    time.sleep(number % 3)
    if number == 7:
        raise ValueError("seven")
    return number * number


with ThreadPool(3) as pool:
    print(pool.map(work, range(6)))
    print(list(pool.imap(work, range(3))), sorted(pool.imap_unordered(work, range(4))))
    print(pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply(work, (4,)))
    waited = pool.apply_async(work, (5,), callback=lambda result: print("callback", result))
    print(waited.get(timeout=5), waited.successful())
    slow = pool.apply_async(time.sleep, (60,))
    try:
        slow.get(timeout=1)
    except multiprocessing.TimeoutError:
        print("not in time", slow.ready())
    try:
        pool.map(work, [7])
    except ValueError as error:
        print("raised again:", error)

pool = multiprocessing.dummy.Pool(2)
print(pool.map(str, range(3)))
pool.close()
pool.join()

process = multiprocessing.dummy.Process(target=lambda: print("in a thread:", threading.active_count() > 1))
process.start()
process.join()
print(process.exitcode)

here, there = multiprocessing.dummy.Pipe()
threading.Timer(1, there.send, ("through the pipe",)).start()
print(here.poll(0), here.recv())

items = multiprocessing.dummy.JoinableQueue()
items.put("through the queue")
print(items.get())
items.task_done()
items.join()
#> [0, 1, 4, 9, 16, 25]
#> [0, 1, 4] [0, 1, 4, 9]
#> [8, 9] 16
#> callback 25
#> 25 True
#> not in time False
#> raised again: seven
#> ['0', '1', '2']
#> in a thread: True
#> 0
#> False through the pipe
#> through the queue
