# concurrent.futures on threads.
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait


def work(seconds):
    time.sleep(seconds)
    if seconds == 3:
        raise ValueError("three")
    return seconds


with ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
    for future in as_completed([pool.submit(work, seconds) for seconds in (4, 1, 3, 2)]):
        print(future.exception() or future.result())
    print(list(pool.map(work, (2, 1))))
    slow = pool.submit(work, 5)
    try:
        slow.result(timeout=1)
    except TimeoutError:
        print("not yet", slow.running())
    done, left = wait([slow, pool.submit(work, 1)], return_when=FIRST_COMPLETED)
    print(len(done), len(left))
    slow.add_done_callback(lambda future: print("at last", future.result()))
print("the pool waited", slow.done())

try:
    pool.submit(work, 1)
except RuntimeError as error:
    print(error)

pool = ThreadPoolExecutor(1)
running, waiting = pool.submit(work, 1), pool.submit(work, 1)
pool.shutdown(wait=False, cancel_futures=True)
print(waiting.cancelled(), running.result())


def fail():
    raise LookupError("no worker")


with ThreadPoolExecutor(1, initializer=lambda: print("a worker begins")) as pool:
    pool.submit(print, "and works").result()
ThreadPoolExecutor(1).submit(print, "what is submitted is done before the end")
#> 1
#> 4
#> three
#> 2
#> [2, 1]
#> not yet True
#> 1 1
#> at last 5
#> the pool waited True
#> cannot schedule new futures after shutdown
#> True 1
#> a worker begins
#> and works
#> what is submitted is done before the end
