import threading
t = threading.Thread(target=int)
print(t.ident); t.start(); t.join(); print(t.ident is not None)

#> None
#> True
