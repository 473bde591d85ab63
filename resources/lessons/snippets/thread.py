from threading import Thread


def greet(name, *, loudly=False):
    print(name.upper() if loudly else name)


Thread(target=greet, args=("Ada",)).start()
Thread(target=greet, args=("Ben",), kwargs={"loudly": True}).start()
print(Thread(target=greet).name)
