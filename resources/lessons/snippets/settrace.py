import threading


def watch(frame, event, argument):
    if frame.f_code.co_name == "work":
        print("trace:", event)
    return watch


def work():
    print("working")


threading.settrace(watch)
thread = threading.Thread(target=work)
thread.start()
thread.join()
work()
