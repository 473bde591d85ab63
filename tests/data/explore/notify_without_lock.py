# Who notifies has not taken the condition's Lock: an error, unless another thread happens to hold it.
from threading import Condition, Lock, Thread

condition = Condition(Lock())


def hold():
    with condition:
        pass


def tell():
    condition.notify()


threads = [Thread(target=hold), Thread(target=tell)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
