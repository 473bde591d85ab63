# A Timer is a thread that waits before it calls its function; the program does not end before it.
# section: Timer
from threading import Timer


def ring(what):
    print("time is over:", what)


tea = Timer(5, ring, args=("the tea is ready",))
tea.start()
print("the timer is started, and the main thread has nothing left to do")
