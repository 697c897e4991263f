# split and subgroup: by class, tuple of classes, or function; the structure stays.
group = ExceptionGroup('all', [
    ValueError(1),
    ExceptionGroup('inner', [TypeError(2), ExceptionGroup('deep', [KeyError('k'), ValueError(3)])]),
    OSError(4),
])


def show(g, indent=0):
    if g is None:
        print(' ' * indent + 'None')
    elif isinstance(g, BaseExceptionGroup):
        print(' ' * indent + f'{type(g).__name__} {g.message}')
        for member in g.exceptions:
            show(member, indent + 2)
    else:
        print(' ' * indent + repr(g))


for matcher in [ValueError, (KeyError, OSError), Exception, ArithmeticError, ExceptionGroup, (),
                lambda e: isinstance(e, ValueError) and e.args[0] > 2, lambda e: isinstance(e, ExceptionGroup) and e.message == 'deep']:
    print('---')
    match, rest = group.split(matcher)
    show(match)
    show(rest)
    print(repr(group.subgroup(matcher)) == repr(match))

match, rest = group.split(Exception)
print(match is group, rest)
leaf = group.subgroup(KeyError)
print(leaf.exceptions[0].exceptions[0].exceptions[0] is group.exceptions[1].exceptions[1].exceptions[0])
print(group.subgroup(Exception) is group)

for wrong in [1, 'text', (ValueError, 1), [ValueError], int, None]:
    try:
        group.split(wrong)
    except TypeError as error:
        print(error)
try:
    group.subgroup()
except TypeError as error:
    print(error)
try:
    group.split(lambda e: 1 / 0)
except ZeroDivisionError as error:
    print(error)
