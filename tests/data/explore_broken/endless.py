# Ends never, and does nothing that another thread could see.
counter = 0
while True:
    counter += 1
