# Several errors in one: ExceptionGroup.
group = ExceptionGroup(
    'several', [ValueError('a'), KeyError('b'), ExceptionGroup('deeper', [ValueError('c')])]
)
print(repr(group))
print(group, group.message, len(group.exceptions))
print(repr(group.subgroup(ValueError)))
match, rest = group.split(KeyError)
print(repr(match), repr(rest))
print(group.subgroup(TypeError), isinstance(group, Exception))
for args in ((), ('m',), ('m', []), ('m', [1]), (5, [ValueError()]), ('m', [KeyboardInterrupt()])):
    try:
        print(repr(ExceptionGroup(*args)))
    except Exception as error:
        print(type(error).__name__, error)
print(
    type(BaseExceptionGroup('m', [ValueError()])).__name__,
    type(BaseExceptionGroup('m', [KeyboardInterrupt()])).__name__,
)
