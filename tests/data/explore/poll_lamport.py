# Lamport's fast mutual exclusion for two: a thread without a rival enters after five accesses.
from threading import Thread


class Member:
    is_busy = False


class Door:
    last = None  # who came last


first, second = members = Member(), Member()
x, y = Door(), Door()


def lock(me):
    while True:
        me.is_busy = True
        x.last = me
        if y.last is not None:
            me.is_busy = False
            while y.last is not None:
                pass
            continue
        y.last = me
        if x.last is not me:
            me.is_busy = False
            for member in members:
                while member.is_busy:
                    pass
            if y.last is not me:
                while y.last is not None:
                    pass
                continue
        return


def unlock(me):
    y.last = None
    me.is_busy = False


def work(me):
    lock(me)
    unlock(me)


threads = [Thread(target=work, args=(member,)) for member in members]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
