import threading


def watch(frame, event, argument):
    if frame.f_code.co_name == "work":
        print("profile:", event)


def work():
    print("working")


threading.setprofile(watch)
thread = threading.Thread(target=work)
thread.start()
thread.join()
