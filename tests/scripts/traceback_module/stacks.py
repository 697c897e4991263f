# Stacks of running frames: extract_stack, format_stack, print_stack, walk_stack, walk_tb.
import sys
import traceback


def f():
    return g()


def g():
    traceback.print_stack(file=sys.stdout)
    print([s.name for s in traceback.extract_stack()], traceback.format_stack()[-1].replace(__file__, 'FILE'))
    print([(frame.f_code.co_name, line) for frame, line in traceback.walk_stack(None)][-3:])
    return sys._getframe()


frame = f()
class Body:
    stack = traceback.extract_stack()
    print([s.name for s in stack])
try:
    (lambda: [1 / 0 for _ in range(1)])()
except ZeroDivisionError as error:
    print([(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(error.__traceback__)])
    traceback.clear_frames(error.__traceback__)


def local():
    here = 'still here'
    raise ValueError


try:
    local()
except ValueError as error:
    inner = error.__traceback__.tb_next.tb_frame
    print(inner.f_locals)
    traceback.clear_frames(error.__traceback__)
    print(inner.f_locals)


def generator():
    yield traceback.extract_stack()


print([s.name for s in next(generator())])
traceback.print_stack(sys._getframe(), limit=1, file=sys.stdout)
