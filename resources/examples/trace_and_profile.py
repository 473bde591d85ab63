# Threads started after settrace() report each of their lines, after setprofile() each call.
# section: Module-level functions
import threading


def work(numbers):
    total = sum(numbers)
    return total


def trace(frame, event, argument):
    if frame.f_code is work.__code__:
        line = frame.f_lineno - frame.f_code.co_firstlineno
        print(f"  trace    {event:8} line {line} of work")
    return trace


def profile(frame, event, argument):
    if frame.f_code is work.__code__:
        print(f"  profile  {event:8} {argument}")


def run_worker(title):
    print(title)
    worker = threading.Thread(target=work, args=([1, 2, 3],))
    worker.start()
    worker.join()


run_worker("without hooks")

threading.settrace(trace)
run_worker("with threading.settrace")
threading.settrace(None)

threading.setprofile(profile)
run_worker("with threading.setprofile")
threading.setprofile(None)

run_worker("without hooks again")
