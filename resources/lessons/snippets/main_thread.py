from threading import Thread, current_thread, main_thread


def report():
    print(current_thread() is main_thread(), main_thread().name)


report()
Thread(target=report).start()
