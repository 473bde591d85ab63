import threading
event = threading.Event(); print(event.is_set())
event.set(); event.set(); print(event.is_set())
event.clear(); print(event.is_set()); event.clear(); print(event.is_set())
#> False
#> True
#> False
#> False
