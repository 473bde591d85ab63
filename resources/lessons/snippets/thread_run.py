from threading import Thread, current_thread


def where():
    print("in", current_thread().name)


Thread(target=where, name="worker").run()
Thread(target=where, name="worker").start()
