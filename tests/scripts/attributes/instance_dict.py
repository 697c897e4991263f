# __dict__ is alive: what is put into it is an attribute, and the other way round.
class T:
    pass


t = T()
d = t.__dict__
t.a = 1
d['b'] = 2
print(t.b, d, d is t.__dict__)
del t.a
print(d)
t.__dict__ = {'c': 3}
print(t.c, hasattr(t, 'b'), d)
t.__dict__.update(x=1, y=2)
print(list(vars(t)))
other = T()
other.__dict__ = t.__dict__
other.shared = True
print(t.shared)
try:
    t.__dict__ = 5
except TypeError as error:
    print(error)
t.__dict__[5] = 'not a string key'
print(t.__dict__[5])
t.__dict__.clear()
print(vars(t), vars(other))

for i in range(40):
    setattr(t, f'attribute{i}', i)
print(len(vars(t)), t.attribute39, list(vars(t))[-1], sum(vars(t).values()))
for i in range(0, 40, 2):
    delattr(t, f'attribute{i}')
print(len(vars(t)), hasattr(t, 'attribute2'), t.attribute3)


class D(dict):
    pass


d = D(key='item')
d.key = 'attribute'
print(d, d.__dict__, d['key'], d.key)
print(hasattr(5, '__dict__'), hasattr([], '__dict__'), hasattr(T, '__dict__'), hasattr(len, '__dict__'))
