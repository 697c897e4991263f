def f(n):
    total = 0
    for i in range(n):
        if i % 2:
            continue
        if i > 100:
            break
        total += i
    else:
        total = -1
    while total:
        total -= 1
    while True:
        if total == 5:
            return total
