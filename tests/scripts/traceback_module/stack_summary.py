# StackSummary and FrameSummary: what is known of frames, and how it is shown.
import sys
import traceback
from traceback import FrameSummary, StackSummary


def f():
    return StackSummary.extract(traceback.walk_stack(sys._getframe()))


def g():
    return (1 +
            f()[0].missing)


stack = f()
print(len(stack), [(s.filename.rsplit('/', 1)[-1], s.lineno, s.name, s.line) for s in stack])
one = stack[0]
print(len(one), one[2], one[-1], list(one)[1:], one == tuple(one), one == stack[0], one != stack[1], one == 5, one.locals)
print(one.end_lineno, one.colno, one.end_colno)
try:
    g()
except AttributeError as error:
    extracted = traceback.extract_tb(error.__traceback__)
    for s in extracted:
        print(s.lineno, s.end_lineno, s.colno, s.end_colno, s.name, s.line)
    print(''.join(extracted.format()).replace(__file__, 'FILE'))
    print(traceback.format_list(extracted) == extracted.format(), type(extracted).__name__)
hand = [('a.py', 1, 'f', 'x = 1'), ('b.py', 2, 'g', None), FrameSummary('c.py', 3, '<module>', line='   y()  ')]
print(traceback.format_list(hand))
traceback.print_list(hand, file=sys.stdout)
print(StackSummary.from_list(hand), repr(hand[2]))
same = StackSummary.from_list([('r.py', 7, 'again', 'again()')] * 10)
print(''.join(same.format()))
print(''.join(StackSummary.from_list([('r.py', 7, 'again', 'again()')] * 4 + [('s.py', 1, 's', 's()')]).format()))
summary = FrameSummary('x.py', 10, 'name', locals={'b': 2, 'a': 'one', 'broken': type('B', (), {'__repr__': lambda s: 1 / 0})()}, line='z')
print(summary.locals, StackSummary.from_list([summary]).format())
marked = FrameSummary('x.py', 10, 'name', line='a = bb + c', end_lineno=10, colno=4, end_colno=10)
print(''.join(StackSummary.from_list([marked]).format()))
print(FrameSummary('nowhere.py', 1, 'n').line, repr(FrameSummary('nowhere.py', None, 'n').line))
for bad in [[(1, 2)], [5]]:
    try:
        StackSummary.from_list(bad)
    except Exception as error:
        print(type(error).__name__, error)


class Short(StackSummary):
    def format_frame_summary(self, frame_summary, **kwargs):
        if frame_summary.name == 'skip':
            return None
        return f'{frame_summary.name}:{frame_summary.lineno}\n'


print(Short([FrameSummary('a', 1, 'show'), FrameSummary('a', 2, 'skip'), FrameSummary('a', 3, 'show')]).format())
