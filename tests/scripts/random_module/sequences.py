# A seed gives the sequence it gives in CPython.
import random

for seed in [0, 1, -1, 42, 2 ** 40, -2 ** 70, True, 1.5, float('inf'), 'text', '', 'é', b'bytes', bytearray(b'x')]:
    random.seed(seed)
    print(repr(seed), random.random(), random.random(), random.getrandbits(40), random.getrandbits(5), random.getrandbits(100))
for seed in ['text', b'bytes', '', 5]:
    random.seed(seed, version=1)
    print(repr(seed), random.random())
r = random.Random(7)
print([r.random() for _ in range(3)], sum(r.random() for _ in range(2000)), r.getrandbits(0), r.getrandbits(32), r.getrandbits(33))
print(random.Random('a').random() == random.Random('a').random(), random.Random().random() != random.Random().random())
for wrong in [[], (), {}, object, 1j]:
    try:
        random.seed(wrong)
    except TypeError as e:
        print(e)
for k in [-1, 2 ** 31, 'x', 1.0]:
    try:
        r.getrandbits(k)
    except Exception as e:
        print(type(e).__name__, e)
