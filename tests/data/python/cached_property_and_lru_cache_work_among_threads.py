# functools: the lock of cached_property computes once; lru_cache may compute twice, and is never broken.
import functools
import threading
import time


class Report:
    computed = 0

    @functools.cached_property
    def text(self):
        Report.computed += 1
        time.sleep(1)
        return f"computed {Report.computed} time"


@functools.lru_cache(maxsize=2)
def square(number):
    time.sleep(1)
    return number * number


@functools.singledispatch
def kind(_):
    return "something"


@kind.register
def _(_: int):
    return "a number"


def all_at_once(count, target):
    threads = [threading.Thread(target=target, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


report, seen = Report(), []
all_at_once(4, lambda _: seen.append(report.text))
print(set(seen), len(seen))

squares = []
all_at_once(9, lambda number: squares.append(square(number % 3)))
print(sorted(squares))
information = square.cache_info()
print(information.hits + information.misses, information.currsize)

kinds = set()
all_at_once(3, lambda number: kinds.add(kind(number)) or kinds.add(kind(str(number))))
print(sorted(kinds))

total = functools.partial(sum, (1, 2, 3))
all_at_once(2, lambda _: print(total()))
#> {'computed 1 time'} 4
#> [0, 0, 0, 1, 1, 1, 4, 4, 4]
#> 9 2
#> ['a number', 'something']
#> 6
#> 6
