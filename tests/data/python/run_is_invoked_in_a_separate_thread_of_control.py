import threading
idents = []
class Mine(threading.Thread):
    def run(self): idents.append(threading.get_ident())
thread = Mine(); thread.start(); thread.join()
print(idents == [thread.ident], threading.get_ident() not in idents)
thread.run()
print(idents[1] == threading.get_ident())
#> True True
#> True
