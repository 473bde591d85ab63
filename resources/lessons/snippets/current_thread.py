from threading import Thread, current_thread


def introduce():
    print("I run in", current_thread().name)


introduce()
Thread(target=introduce, name="worker").start()
