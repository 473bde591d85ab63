from threading import Condition, Lock

for wrong in (Lock().release, Condition().notify):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
