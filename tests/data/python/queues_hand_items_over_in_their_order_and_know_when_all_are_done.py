# queue: Queue, LifoQueue, PriorityQueue and SimpleQueue, with makers that wait for room and takers that wait for items.
import queue
import threading

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    items = kind()
    for number in (3, 1, 2):
        items.put(number)
    print(kind.__name__, [items.get() for _ in range(3)])

room_for_two = queue.Queue(2)
taken = []


def make():
    for number in range(6):
        room_for_two.put(number)
    room_for_two.put(None)


def take():
    while (number := room_for_two.get()) is not None:
        taken.append(number)
        room_for_two.task_done()
    room_for_two.task_done()


threads = [threading.Thread(target=make), threading.Thread(target=take)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
room_for_two.join()
print(taken, room_for_two.unfinished_tasks, room_for_two.empty())

simple = queue.SimpleQueue()
threading.Timer(1, simple.put, ("late",)).start()
print(simple.get(timeout=2), simple.qsize())


def tell(what, call):
    try:
        print(what, call())
    except (queue.Empty, queue.Full, ValueError) as error:
        print(what, type(error).__name__, error)


tell("nothing there:", simple.get_nowait)
tell("nothing comes:", lambda: simple.get(timeout=1))
tell("no room:", lambda: queue.Queue(1).put_nowait(1) or queue.LifoQueue(1).put(2, timeout=1))
full = queue.Queue(1)
full.put("first")
tell("still full:", lambda: full.put("second", timeout=1))
tell("a negative wait:", lambda: simple.get(timeout=-1))
tell("done too often:", full.task_done)
tell("done too often:", full.task_done)
#> Queue [3, 1, 2]
#> LifoQueue [2, 1, 3]
#> PriorityQueue [1, 2, 3]
#> [0, 1, 2, 3, 4, 5] 0 True
#> late 0
#> nothing there: Empty 
#> nothing comes: Empty 
#> no room: None
#> still full: Full 
#> a negative wait: ValueError 'timeout' must be a non-negative number
#> done too often: None
#> done too often: ValueError task_done() called too many times
