# Timing with a clock of one's own.
import itertools
import timeit


def clock():
    return next(ticks)


ticks = itertools.count()
calls = []
print(timeit.Timer('pass', timer=clock).timeit(5))
print(timeit.Timer('calls.append(1)', 'calls.append(0)', clock, globals()).timeit(3), calls)
print(timeit.repeat('pass', timer=clock, repeat=3, number=2))
print(timeit.Timer(lambda: calls.append(2), lambda: calls.append(3), clock).timeit(2), calls)
print(timeit.Timer('for i in range(2):\n    calls.append(i)', timer=clock, globals={'calls': calls}).timeit(1), calls)
print(timeit.Timer(timer=clock).autorange(lambda number, taken: print('tried', number, taken)))
print(timeit.timeit(number=0, timer=clock), timeit.timeit('x', 'x = 1', number=1) >= 0)


def tried(*args, **kwargs):
    try:
        timeit.Timer(*args, **kwargs).timeit(1)
    except Exception as error:
        print(type(error).__name__, error)


tried('x +')
tried('pass', '1 1')
tried(3)
tried('pass', 3)
tried('1 / 0')
tried('undefined')
tried('return')
timeit.main(['-n', '2', '-r', '2', '-u', 'sec', 'pass'], _wrap_timer=lambda timer: clock)
timeit.main(['-vv', '-n', '2', '-r', '3', 'pass'], _wrap_timer=lambda timer: clock)
timeit.main(['-v', 'pass'], _wrap_timer=lambda timer: clock)
print(timeit.main(['--nothing']), timeit.main(['-n']), timeit.main(['-u', 'years']))
