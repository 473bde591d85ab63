# An attribute that setattr() and getattr() access.
import threading


class Account:
    balance = 0


account = Account()


def pay():
    setattr(account, "balance", getattr(account, "balance") + 1)


threads = [threading.Thread(target=pay) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert account.balance == 2
