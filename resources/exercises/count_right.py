# exercise: Count right
# exercise[zh_CN]: 正确计数
# goal: Two threads count to a hundred each. Make the counter 200 at the end, under every schedule.
# goal[zh_CN]: 两个线程各数一百下。无论怎样调度，都要让计数器最后是 200。
# hint: Step through a run that goes wrong: what does a thread know of what the other one wrote since it read?
# hint: Reading, adding and writing have to be one whole. Which object lets only one thread in at a time?
# hint: Hold one Lock, the same for both threads, from before the read until after the write.
# hint[zh_CN]: 单步走一遍出错的运行：线程读了之后，另一个线程写了什么，它知道吗？
# hint[zh_CN]: “读、加、写”必须成为一个整体。哪种对象同一时刻只让一个线程进去？
# hint[zh_CN]: 用一把两个线程共用的 Lock，从读之前一直持有到写之后。
# check: prints the counter is 200
# check: never lost-update
# check: threads 2
# schedules: 12
from threading import Thread

counter = 0


def plus_one(number):
    return number + 1


def count():
    global counter
    for _ in range(100):
        seen = counter
        counter = plus_one(seen)


threads = [Thread(target=count) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("the counter is", counter)
