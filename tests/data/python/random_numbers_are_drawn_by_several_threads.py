# random: threads share the module's generator or have one each; one each draws the same whoever runs when.
import random
import threading

drawn = {}


def draw(seed):
    own = random.Random(seed)
    numbers = []
    for _ in range(5):
        numbers.append(own.randrange(1000))
        random.random()
    drawn[seed] = numbers


threads = [threading.Thread(target=draw, args=(seed,)) for seed in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for seed in range(3):
    again = random.Random(seed)
    print(seed, drawn[seed] == [again.randrange(1000) for _ in range(5)])

random.seed(4)
first = [random.random() for _ in range(3)]
random.seed(4)
second = []
thread = threading.Thread(target=lambda: second.extend(random.random() for _ in range(3)))
thread.start()
thread.join()
print(first == second, random.choice("a") + random.sample("b", 1)[0])
print(0 <= random.SystemRandom().random() < 1)
#> 0 True
#> 1 True
#> 2 True
#> True ab
#> True
