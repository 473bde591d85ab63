from threading import Condition

condition = Condition()
with condition:
    print(condition.wait(timeout=1))
    print(condition.wait_for(lambda: True))
try:
    condition.wait()
except RuntimeError as error:
    print(error)
