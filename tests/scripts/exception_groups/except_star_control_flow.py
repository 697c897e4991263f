# Loops, functions and `with` inside except* clauses; what can't leave them.
def f():
    try:
        raise ExceptionGroup('g', [ValueError(1), ValueError(2), TypeError(3)])
    except* ValueError as group:
        for e in group.exceptions:
            if e.args == (1,):
                continue
            print('found', e)
            break

        def inner():
            return 'inner'
        print(inner())
        try:
            raise KeyError('inside')
        except KeyError as error:
            print('caught inside', repr(error), repr(error.__context__))
    except* TypeError as group:
        try:
            raise group
        except* TypeError as again:
            print('again', repr(again), again is group)
    return 'returned'


print(f())


def generator():
    try:
        yield 1
    except* ValueError as group:
        got = yield repr(group)
        print('got', got)
    yield 'end'


g = generator()
print(next(g), g.throw(ValueError('thrown')), g.send('sent'))

for source in [
    'while 1:\n try: 1\n except* E:\n  break',
    'while 1:\n try: 1\n except* E:\n  continue',
    'def f():\n try: 1\n except* E:\n  return 5',
    'def f():\n try: 1\n except* E:\n  return 5 + x',
    'def f():\n try: 1\n except* E:\n  return',
    'while 1:\n try: 1\n except* E:\n  for x in y: break',
    'while 1:\n try: 1\n except* E:\n  if x: break',
    'try: 1\nexcept* E:\n break',
    'try: 1\nexcept*:\n pass',
    'try: 1\nexcept* E: pass\nexcept F: pass',
    'try: 1\nexcept E: pass\nexcept* F: pass',
    'try: 1\nexcept *E, F: pass',
    'try: 1\nexcept *(E, F): pass',
]:
    try:
        compile(source, 's', 'exec')
        print('fine')
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
