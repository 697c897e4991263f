# Assignment gives an object one more name; it never copies.
a = [1, 2]
b = a
b.append(3)
print(a, b, a is b)

b = b + [4]
print(a, b, a is b)

c = a
c += [5]
print(a, c, a is c)

first = second = {}
first['key'] = 'value'
print(second)

x, y = 'x', 'y'
x, y = y, x
print(x, y)

del a
print(c)


def rename(thing):
    thing.append('seen')
    thing = []
    thing.append('unseen')


rename(c)
print(c)
