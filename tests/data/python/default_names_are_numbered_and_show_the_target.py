from threading import Thread
def task(): pass
print(Thread().name, "|", Thread(target=task).name, "|", Thread(target=task, name="x").name)

#> Thread-1 | Thread-2 (task) | x
