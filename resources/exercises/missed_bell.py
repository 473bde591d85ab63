# exercise: The missed bell
# exercise[zh_CN]: 错过的铃声
# goal: The baker rings when the bread is ready. The customer comes later and must get it all the same.
# goal[zh_CN]: 面包好了，师傅就摇铃。顾客来得晚一些，也必须能拿到面包。
# hint: A notification is not kept. What is still there when the customer comes?
# hint: Look at the bread before you wait: wait only while there is none.
# hint[zh_CN]: 通知不会被保存。顾客来的时候，还留着的是什么？
# hint[zh_CN]: 等待之前先看看有没有面包：只有没有时才等。
# check: prints the customer has a loaf
# check: never lost-wake-up
# check: keeps Condition()
# check: within 10
# schedules: 8
import time
from threading import Condition, Thread

shelf = []
bell = Condition()


def bake():
    with bell:
        shelf.append("loaf")
        bell.notify()


def shop():
    time.sleep(1)
    with bell:
        bell.wait()
        print("the customer has a", shelf.pop())


threads = [Thread(target=bake, name="baker"), Thread(target=shop, name="customer")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
