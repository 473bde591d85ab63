# exercise: Stop politely
# exercise[zh_CN]: 优雅地停止
# goal: The logger is cut off when the program ends. Let it write its last line, and end within ten seconds.
# goal[zh_CN]: 程序结束时，记录线程被突然切断。让它写完最后一行，并且程序在十秒之内结束。
# hint: A daemon is stopped abruptly; not even `finally` is executed.
# hint: Make it a thread that is no daemon, and tell it to stop: an Event is a flag that it can ask for.
# hint[zh_CN]: 守护线程会被突然终止，连 `finally` 也不执行。
# hint[zh_CN]: 把它改成非守护线程，再通知它停止：Event 就是一个它可以查询的标志。
# check: prints log closed
# check: prints the main thread is done
# check: never busy-wait
# check: within 10
# schedules: 8
import time
from threading import Thread


def log():
    try:
        while True:
            print("still alive")
            time.sleep(1)
    finally:
        print("log closed")


Thread(target=log, daemon=True).start()
time.sleep(2.5)
print("the main thread is done")
