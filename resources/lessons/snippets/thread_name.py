from threading import Thread


def task():
    pass


first, second = Thread(target=task), Thread(name="Ada")
print(first.name, "|", second.name)
first.name = "Ada"
print(first.name == second.name, first is second)
