import threading, sys
calls = []
def tracer(frame, event, arg):
    if frame.f_code.co_name == "work": calls.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer
def work():
    x = 1
    return x
threading.settrace(tracer)
t = threading.Thread(target=work); t.start(); t.join()
threading.settrace(None)
u = threading.Thread(target=work); u.start(); u.join()
work()
print(calls)
print(threading.gettrace(), sys.gettrace())

#> [('call', 0), ('line', 1), ('line', 2), ('return', 2)]
#> None None
