# close() lets the generator go on to its end, which is no place to ask it for a value.
import threading

seen = []


def numbers():
    try:
        yield 1
        yield 2
    finally:
        seen.append("closed")


source = numbers()
next(source)


def close():
    try:
        source.close()
    except ValueError:
        seen.append("busy")


def take():
    try:
        seen.append(next(source, None))
    except ValueError:
        seen.append("busy")


threads = [threading.Thread(target=work) for work in (close, take)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen != ["closed", "busy"]
