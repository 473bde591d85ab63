# list.remove() asks one element after the other; the list may shrink in between.
import threading


class Card:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number


cards = [Card(1), Card(2)]


def drop():
    cards.remove(Card(2))


def take():
    del cards[0]


threads = [threading.Thread(target=work) for work in (drop, take)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert not cards
