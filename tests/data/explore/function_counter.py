# A function that counts its calls in an attribute of itself.
import threading


def work():
    work.calls += 1


work.calls = 0
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert work.calls == 2
