# One set() wakes every client at once; a client that is not woken in time tries again by itself.
# section: Event
import time
from threading import Event, Thread, current_thread

database_ready = Event()


def start_database():
    print("the database is starting")
    time.sleep(3)
    print("the database is ready")
    database_ready.set()


def connect():
    client = current_thread().name
    attempt = 0
    while not database_ready.is_set():
        attempt += 1
        if attempt > 3:
            raise ConnectionError(f"{client} gives up: try again later")
        print(f"{client}: attempt {attempt}")
        database_ready.wait(timeout=1)
    print(f"{client}: connected")


Thread(target=start_database, name="database").start()
for number in (1, 2, 3):
    Thread(target=connect, name=f"client {number}").start()
