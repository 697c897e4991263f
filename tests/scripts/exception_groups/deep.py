# Groups within groups, very deep, and very many.
group = ValueError('core')
for i in range(100):
    group = ExceptionGroup(f'level {i}', [group])
match, rest = group.split(ValueError)
depth = 0
while isinstance(match, ExceptionGroup):
    depth += 1
    match = match.exceptions[0]
print(depth, repr(match), rest)
for i in range(700):
    group = ExceptionGroup('more', [group])
try:
    group.split(TypeError)
except RecursionError as error:
    print('RecursionError')
wide = ExceptionGroup('wide', [ValueError(i) if i % 3 else TypeError(i) for i in range(300)])
match, rest = wide.split(TypeError)
print(match, rest)
try:
    try:
        raise wide
    except* TypeError as e:
        print(e)
except ExceptionGroup as e:
    print(e)
