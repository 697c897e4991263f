def f(xs):
    a = [x * 2 for x in xs if x]
    b = {k: v for k, v in xs for k in v}
    c = {y for y in [1, 2, 3]}
    return (z + len(a) for z in xs)
