import threading
seen = []
for _ in range(3):
    t = threading.Thread(target=lambda: seen.append(threading.get_ident()))
    t.start(); t.join()
print(all(isinstance(i, int) and i != 0 for i in seen), len(set(seen)) == 1)
print(threading.get_ident() == threading.main_thread().ident)

#> True True
#> True
