# The main program runs in a thread too; a repr shows class, name, state and identifier.
# section: Module-level functions
from threading import Thread, current_thread, main_thread


def introduce():
    me = current_thread()
    print(me)
    print(f"Am I the main thread? {me is main_thread()}")


introduce()

worker = Thread(target=introduce, name="worker")
print(worker)
worker.start()
worker.join()
print(worker)
