# Two threads print: two orders, which only count with --observe stdout.
from threading import Thread


def say(word):
    print(word)


threads = [Thread(target=say, args=("ping",)), Thread(target=say, args=("pong",))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
