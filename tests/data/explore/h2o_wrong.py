# Little Book of Semaphores: two hydrogens and one oxygen make a molecule, but only one hydrogen is let through.
from threading import Barrier, Lock, Semaphore, Thread

mutex = Lock()
hydrogen_queue, oxygen_queue = Semaphore(0), Semaphore(0)
bonded = Barrier(3)
hydrogen = oxygen = 0


def come(is_oxygen):
    global hydrogen, oxygen
    mutex.acquire()
    if is_oxygen:
        oxygen += 1
    else:
        hydrogen += 1
    if hydrogen >= 2 and oxygen >= 1:
        hydrogen -= 2
        oxygen -= 1
        hydrogen_queue.release(1)
        oxygen_queue.release()
    mutex.release()
    (oxygen_queue if is_oxygen else hydrogen_queue).acquire()
    bonded.wait()


threads = [Thread(target=come, args=(kind,)) for kind in (False, True, False)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
