# One thread, a million source lines: what recording costs.
total = 0
for number in range(500_000):
    total += number
