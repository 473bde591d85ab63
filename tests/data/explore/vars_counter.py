# An attribute that is written as an item of vars() and read as an attribute.
import threading


class Account:
    pass


account = Account()
account.balance = 0


def pay():
    vars(account)["balance"] = account.balance + 1


threads = [threading.Thread(target=pay) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert account.balance == 2
