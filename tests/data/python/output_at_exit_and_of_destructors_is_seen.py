import atexit
class Loud:
    def __init__(self, name): self.name = name
    def __del__(self): print("gone:", self.name)
atexit.register(print, "at exit")
a, b = Loud("a"), Loud("b")
del a
print("end of the program")

#> gone: a
#> end of the program
#> at exit
#> gone: b
