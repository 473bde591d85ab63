import concurrent.futures, logging, queue, sys, threading, time
logging.basicConfig(stream=sys.stdout, format="%(threadName)s %(message)s")
def square(n): time.sleep(n / 50); return n * n
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    print(list(pool.map(square, range(5))))
    print(sum(f.result() for f in concurrent.futures.as_completed([pool.submit(square, n) for n in (3, 1)])))
q = queue.Queue(1)
def eat():
    while (item := q.get()) is not None: logging.warning("ate %s", item); q.task_done()
t = threading.Thread(target=eat, name="eater"); t.start()
for i in range(3): q.put(i)
q.join(); q.put(None); t.join()
s = queue.SimpleQueue()
threading.Thread(target=lambda: (time.sleep(0.1), s.put("late"))).start()
try: s.get(timeout=0.05)
except queue.Empty: print("empty")
print(s.get(), s.empty())

#> [0, 1, 4, 9, 16]
#> 10
#> eater ate 0
#> eater ate 1
#> eater ate 2
#> empty
#> late True
