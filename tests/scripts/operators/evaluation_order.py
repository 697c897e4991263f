# Operands are evaluated from left to right; targets after the value.
def say(name, value=None):
    print(name, end=' ')
    return value


class Box:
    def __setitem__(self, key, value):
        print(f'[set {key}={value}]', end=' ')

    def __getitem__(self, key):
        print(f'[get {key}]', end=' ')
        return key

    def __setattr__(self, name, value):
        print(f'[set .{name}={value}]', end=' ')


box = Box()
say('a', 1) + say('b', 2) * say('c', 3)
print()
say('target', box)[say('key', 'k')] = say('value', 'v')
print()
say('t1', box).x = say('t2', box).y = say('value', 'v')
print()
say('f', print)(say('x', ''), *say('args', []), end=say('end', ''), **say('kw', {}))
print()
{say('k1', 1): say('v1'), say('k2', 2): say('v2')}
print()
say('a', 0) and say('b')
say('c', 1) or say('d')
say('e') if say('cond', False) else say('g')
print()
say('a', 1) < say('b', 0) < say('never', 2)
print()
box['q'] += say('rhs', 'x')
print()
say('obj', box)[say('i', 1) : say('j', 2)]
print()
[say('x', 1), *say('star', []), say('y', 2)]
print()
(lambda d=say('default'): d)()
print()


@say('decorator', lambda f: f)
def f(a=say('a'), *, b=say('b')) -> say('annotation'):
    pass


print()


class C(say('base', object), metaclass=say('metaclass', type)):
    say('body')


print()
del say('del', {'k': 1})[say('key', 'k')]
x, box[say('i', 0)] = say('pair', (1, 2))
print()
assert say('assert', True), say('never')
print()
i = 0
i, box[i] = 1, 'uses the new i'
print()
