# list.sort() takes everything out of the list until it is done.
import threading

numbers = [2, 1]
seen = []


def key(number):
    return number


def sort():
    numbers.sort(key=key)


def look():
    seen.append(len(numbers))


threads = [threading.Thread(target=work) for work in (sort, look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen == [2]
