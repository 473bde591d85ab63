# Everybody holds the left fork and waits for the right one: a ring of five, which one could break.
# section: Things that go wrong
import time
from threading import Lock, Thread

names = ["Plato", "Hypatia", "Confucius", "Arendt", "Descartes"]
forks = [Lock() for _ in names]


def dine(seat):
    left = forks[seat]
    right = forks[(seat + 1) % len(forks)]
    with left:
        print(names[seat], "has the left fork")
        time.sleep(1)
        with right:
            print(names[seat], "eats")


philosophers = [
    Thread(target=dine, args=(seat,), name=name) for seat, name in enumerate(names)
]
for philosopher in philosophers:
    philosopher.start()
for philosopher in philosophers:
    philosopher.join()
