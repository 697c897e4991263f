# randrange, randint, randbytes.
import random

random.seed(3)
print([random.randrange(10) for _ in range(10)], [random.randrange(5, 8) for _ in range(5)], [random.randrange(0, 100, 7) for _ in range(5)])
print([random.randrange(10, 0, -3) for _ in range(5)], [random.randint(1, 6) for _ in range(10)], random.randint(-5, -5))
print(random.randrange(10 ** 30), random.randrange(2 ** 32), random.randrange(2 ** 32 + 1), random.randint(-2 ** 80, 2 ** 80))
print(random.randbytes(10), random.randbytes(0), random.randrange(1), random.randrange(True + 1))
for args in [(0,), (-5,), (5, 5), (5, 1), (1, 5, 0), (1, 5, -1), (5, 1, 1), (5, None, 2), (1.0,), ('a',), (1, 'b'), (1, 10, 2.0)]:
    try:
        print(random.randrange(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
for function in [lambda: random.randint(3, 1), lambda: random.randint(1, 2.5), lambda: random.randbytes(-1)]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
