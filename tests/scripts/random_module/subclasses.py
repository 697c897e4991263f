# Subclasses bring their own random() or getrandbits(); SystemRandom has no state.
import random


class Fixed(random.Random):
    def random(self):
        return 0.625


f = Fixed(1)
print(f.randrange(100), f.choice('abcdefgh'), f.uniform(0, 8), f.sample(range(100), 1), f.getrandbits(8) is not None)


class Bits(random.Random):
    def getrandbits(self, k):
        return (1 << k) - 1 >> 1


b = Bits()
print(b.randrange(100), b.randbytes(2), b.choice('abcdefgh'))


class Seeded(random.Random):
    def __init__(self, x=None, name='none'):
        super().__init__(x)
        self.name = name


s = Seeded(5, name='five')
print(s.name, s.random() == random.Random(5).random(), Seeded._randbelow is random.Random._randbelow)
system = random.SystemRandom()
print(0 <= system.random() < 1, 0 <= system.randrange(10) < 10, len(system.randbytes(5)), system.seed(3), system.getrandbits(0))
for function in [system.getstate, lambda: system.setstate(1), lambda: system.getrandbits(-1), lambda: random.Random(1, 2), lambda: random.Random([])]:
    try:
        function()
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(random._inst, random.Random), random.Random.__mro__[1].__module__, random.random.__self__ is random._inst)
