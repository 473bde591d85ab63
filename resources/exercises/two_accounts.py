# exercise: Two accounts
# exercise[zh_CN]: 两个账户
# goal: Ada sends money to Ben while Ben sends money to Ada. Let both transfers come to their end.
# goal[zh_CN]: Ada 给 Ben 转账，同时 Ben 也给 Ada 转账。让两笔转账都能完成。
# hint: Look at the picture of who waits for whom at the last step.
# hint: A circle needs two threads that take the same two locks in different orders.
# hint: Take the lock of the account with the smaller number first, whichever way the money goes.
# hint[zh_CN]: 看看最后一步“谁在等谁”的图。
# hint[zh_CN]: 要等待成环，必须有两个线程以不同的顺序获取同样的两把锁。
# hint[zh_CN]: 不管钱往哪边转，总是先获取编号较小的账户的锁。
# check: prints balances: 110 90
# check: never deadly-embrace
# check: keeps Lock()
# check: threads 2
# schedules: 12
import time
from threading import Lock, Thread

balances = [100, 100]
locks = [Lock(), Lock()]


def transfer(source, target, amount):
    with locks[source]:
        time.sleep(0.1)
        with locks[target]:
            balances[source] -= amount
            balances[target] += amount


threads = [
    Thread(target=transfer, args=(0, 1, 20), name="Ada"),
    Thread(target=transfer, args=(1, 0, 30), name="Ben"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("balances:", *balances)
