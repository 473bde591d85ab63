from threading import Timer

Timer(2, print, args=("two seconds later",)).start()
print("the timer is set")
