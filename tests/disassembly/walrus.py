def f(x):
    y = x + (x := 1)
    while (n := y - 1) > 0:
        y = n
    return [last := i for i in range(n)], last
