// Small programs that tests of the search share.
#pragma once

namespace turnwise::ui {

inline constexpr const char* lost_update_program = R"(from threading import Thread
counter = 0
def add():
    global counter
    counter += 1
first = Thread(target=add, name="first")
second = Thread(target=add, name="second")
first.start()
second.start()
first.join()
second.join()
assert counter == 2, counter
)";

inline constexpr const char* locked_update_program = R"(from threading import Lock, Thread
counter = 0
lock = Lock()
def add():
    global counter
    with lock:
        counter += 1
first = Thread(target=add, name="first")
second = Thread(target=add, name="second")
first.start()
second.start()
first.join()
second.join()
assert counter == 2, counter
)";

inline constexpr const char* missed_signal_program = R"(from threading import Thread
signal = False
def send():
    global signal
    signal = True
    signal = False
def wait():
    while not signal:
        pass
waiter = Thread(target=wait, name="waiter")
sender = Thread(target=send, name="sender")
waiter.start()
sender.start()
waiter.join()
sender.join()
)";

inline constexpr const char* half_locked_program = R"(from threading import Lock, Thread
counter = 0
lock = Lock()
def add():
    global counter
    with lock:
        counter += 1
def add_in_a_hurry():
    global counter
    counter += 1
first = Thread(target=add, name="first")
second = Thread(target=add_in_a_hurry, name="second")
first.start()
second.start()
first.join()
second.join()
print(counter)
)";

inline constexpr const char* deadlock_program = R"(from threading import Lock, Thread
left = Lock()
right = Lock()
def one():
    with left:
        with right:
            print("one")
def other():
    with right:
        with left:
            print("other")
first = Thread(target=one, name="first")
second = Thread(target=other, name="second")
first.start()
second.start()
first.join()
second.join()
)";

// More interleavings than anybody waits for; the race shows in the first few.
inline constexpr const char* endless_program = R"(from threading import Thread
counter = 0
def add():
    global counter
    for _ in range(50):
        counter += 1
threads = [Thread(target=add) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
)";

}  // namespace turnwise::ui
