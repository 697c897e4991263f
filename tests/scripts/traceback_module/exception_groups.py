# Groups in TracebackException: widths, depths, members.
from traceback import TracebackException, format_exception


def group(depth, width):
    if depth == 0:
        return ValueError('leaf')
    return ExceptionGroup(f'depth {depth}', [group(depth - 1, width) for _ in range(width)])


for options in [{}, {'max_group_width': 1}, {'max_group_depth': 1}, {'max_group_width': 2, 'max_group_depth': 2}]:
    print(options)
    print(''.join(TracebackException.from_exception(group(3, 3), **options).format()))
te = TracebackException.from_exception(group(1, 2))
print(len(te.exceptions), [str(e) for e in te.exceptions], te.exceptions[0].exceptions, str(te))
e = ExceptionGroup('top', [KeyError('a'), TypeError('b')])
e.__cause__ = ExceptionGroup('cause', [OSError('c')])
e.exceptions[0].__context__ = RuntimeError('context of a member')
e.exceptions[1].add_note('note of a member')
e.add_note('note')
print(''.join(format_exception(e)))
print(''.join(format_exception(e, chain=False)))
shared = ValueError('shared')
print(''.join(format_exception(ExceptionGroup('a', [shared, ExceptionGroup('b', [shared])]))))
