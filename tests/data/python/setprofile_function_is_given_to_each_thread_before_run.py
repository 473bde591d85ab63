import threading
calls = []
def profiler(frame, event, arg):
    if frame.f_code.co_name == "work": calls.append((event, getattr(arg, "__name__", arg)))
def work():
    return len("abc")
threading.setprofile(profiler)
t = threading.Thread(target=work); t.start(); t.join()
threading.setprofile(None)
print(calls)

#> [('call', None), ('c_call', 'len'), ('c_return', 'len'), ('return', 3)]
