# bool is an int with two values.
print(True, False, bool(1), bool(0), bool(''), bool('False'), bool(), isinstance(True, int), bool.__mro__)
print(
    True + True,
    True * 10,
    sum([True, False, True]),
    [10, 20][True],
    'x' * False,
    True < 2,
    {True: 'a', 1: 'b', 1.0: 'c'},
)
print(
    True & True,
    True & 1,
    True | False,
    True ^ True,
    type(True & True),
    type(True & 1),
    type(True + False),
    not 5,
    not [],
)
print(
    str(True),
    repr(False),
    f'{True}',
    f'{True:d}',
    f'{False:>6}',
    '%d %s' % (True, False),
    int(True),
    float(True),
    True == 1,
)
print(
    True and 'yes',
    False and 'never',
    0 or 'default',
    None or 0,
    1 and 2 and 3,
    [] or {} or 'end',
    not True or True,
)
print(
    bool.from_bytes(b'\x01'),
    True.bit_length(),
    hash(True),
    True.__class__,
    True.__and__(False),
    (True).__or__('x'),
)
for action in (lambda: bool(1, 2), lambda: bool(x=1), lambda: True < 'a', lambda: True.nope):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def log(value):
    print('evaluated', value)
    return value


print(log(0) and log(1), log(1) or log(2), not log(0))
print(log(1) if log(0) else log(2))
print(all([1, 'a', [0]]), all([1, 0]), any([0, '']), any([0, 5]), all([]), any([]))
