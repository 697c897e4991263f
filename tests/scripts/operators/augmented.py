# Augmented assignment: in place where the object can, a new object where not.
a = b = [1]
a += [2]
a *= 2
print(a, b, a is b)
a = b = (1,)
a += (2,)
print(a, b)
s = t = {1}
s |= {2}
s &= {2, 3}
s ^= {9}
s -= {9}
print(s, t, s is t)
d = e = {'a': 1}
d |= {'b': 2}
print(d, d is e)
n = 10
n += 1
n -= 2
n *= 3
n /= 2
n //= 2
n **= 2
n %= 10
print(n)
m = 6
m <<= 2
m >>= 1
m &= 14
m |= 1
m ^= 3
print(m)


class P:
    count = 0

    @property
    def prop(self):
        print('get', end=' ')
        return self.count

    @prop.setter
    def prop(self, value):
        print('set', value, end=' ')
        self.count = value


p = P()
p.prop += 5
p.count += 1
print(p.count, P.count)
grid = {'row': [0, 0]}
grid['row'][1] += 7
grid['row'] += [1]
print(grid)


def local():
    try:
        x += 1
    except UnboundLocalError as error:
        print(error)


local()
for source in (
    'q += 1',
    'n += "a"',
    'a -= 1',
    'd += {}',
    'b"" += b""',
    'n @= 1',
    'grid["none"] += 1',
    'grid.x += 1',
    'a[5] += 1',
    'a, b += 1',
):
    try:
        exec(source)
    except Exception as error:
        print(source, type(error).__name__, error)
text = 'ab'
text += 'c'
text *= 2
text %= ()
print(text)
