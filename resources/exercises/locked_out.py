# exercise: Locked out
# exercise[zh_CN]: 被锁在门外
# goal: A bad number ends one of the threads. Let the others do their work all the same.
# goal[zh_CN]: 一个不合适的数会使其中一个线程结束。让其他线程照样完成工作。
# hint: Which lock is held at the end, and by whom? What was skipped by the exception?
# hint: Use a statement that releases whichever way the block is left.
# hint[zh_CN]: 最后哪把锁还被持有？被谁持有？异常跳过了哪一行？
# hint[zh_CN]: 用一种无论怎样离开代码块都会释放锁的语句。
# check: prints results: 2
# check: outcome exception
# check: never forgotten-release
# check: keeps Lock()
# check: threads 3
# schedules: 8
from threading import Lock, Thread

results = []
lock = Lock()


def divide(number):
    lock.acquire()
    results.append(100 / number)
    lock.release()


threads = [Thread(target=divide, args=(number,)) for number in (0, 4, 5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("results:", len(results))
