# exercise: The last ticket
# exercise[zh_CN]: 最后一张票
# goal: One ticket, three buyers. Sell it exactly once, whoever is fastest.
# goal[zh_CN]: 一张票，三位顾客。不管谁最快，都只能卖出一次。
# hint: The answer of the `if` is true when it is asked. Is it still true when the ticket is taken?
# hint: Put the question and the sale under one lock; leave the walk to the counter outside.
# hint[zh_CN]: `if` 在询问的那一刻答案是对的；到了取票时还对吗？
# hint[zh_CN]: 把询问和售票放在同一把锁里；走到柜台的那段路留在锁外。
# check: prints sold: 1
# check: never check-then-act
# check: threads 3
# schedules: 12
import time
from threading import Thread

tickets = 1
sold = []


def buy(name):
    global tickets
    if tickets > 0:
        time.sleep(0.1)
        tickets -= 1
        sold.append(name)


buyers = [Thread(target=buy, args=(name,)) for name in ("Ada", "Ben", "Cyd")]
for buyer in buyers:
    buyer.start()
for buyer in buyers:
    buyer.join()
print("sold:", len(sold))
