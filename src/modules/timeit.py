"""How long small pieces of code take.

In a program: Timer, and timeit() and repeat(), which make one. From the command line:

    python -m timeit [options] [--] [statement ...]

The statement is executed many times; of several, each is a line of one. Without any it is 'pass'. Options:

    -n N, --number N    execute it so many times in a row; if not given, as many of 1, 2, 5, 10, 20, 50, ...
                        as take 0.2 seconds
    -r N, --repeat N    take the time of so many such rows, and tell the best; 5 if not given
    -s S, --setup S     execute this first, once for each row; may be given several times, for several lines
    -u U, --unit U      tell times in this unit: nsec, usec, msec or sec
    -v, --verbose       tell the time of each row; given again, with more digits
    -h, --help          print this text
    --                  what follows is the statement, even if it begins with -
"""

import gc
import sys
from _imp import remember_source
from time import perf_counter as default_timer

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_number, default_repeat = 1_000_000, 5
# The file that the source of timed code is in, in tracebacks.
dummy_src_name = '<timeit-src>'

# What is run: the statement in a loop of its own, between two looks at the clock.
template = """
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""

_UNITS = {'sec': 1.0, 'msec': 1e-3, 'usec': 1e-6, 'nsec': 1e-9}


def reindent(src, indent):
    """A text whose lines, but for the first, stand so many columns further in."""
    return ('\n' + indent * ' ').join(src.split('\n'))


def _part(role, code, indent, before=''):
    """What stands in the template for code: its lines, or a call of it; and what the loop's function gets for that.

    before: code that is executed before this. What is wrong with it is found out here, where nothing is around it.
    """
    if isinstance(code, str):
        compile(before + code, dummy_src_name, 'exec')
        return reindent(code, indent), {}
    if callable(code):
        return f'_{role}()', {f'_{role}': code}
    raise ValueError(f'{role} is neither a string nor callable')


class Timer:
    """Takes the time that a statement takes.

    stmt, setup: texts, or functions to call; the setup is executed first, once for each time that is taken.
    timer: the clock. globals: the namespace to execute them in, that of this module if it isn't given.

    Lines of texts are indented, those within a string of several lines, too.
    """

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        before = f'{setup}\n' if isinstance(setup, str) else ''
        setup, callables = _part('setup', setup, 4)
        stmt, more = _part('stmt', stmt, 8, before)
        callables |= more
        self.timer = timer
        self.src = template.format(stmt=stmt, setup=setup, init=''.join(f', {name}={name}' for name in callables))
        code = compile(self.src, dummy_src_name, 'exec')
        exec(code, _globals() if globals is None else globals, callables)
        self.inner = callables['inner']

    def print_exc(self, file=None):
        """Print the exception that is being handled, with the lines of the timed code, to stderr or another file."""
        import traceback

        remember_source(dummy_src_name, self.src)
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The time it takes to execute the statement so many times, in seconds if the clock is the usual one.

        The setup's time doesn't count. There is no garbage collection meanwhile.
        """
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(_repeat_none(number), self.timer)
        finally:
            if was_enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """A list of what timeit() answers when it is called so often.

        The least of them says most: others are higher for what else the machine does, not for what Python does.
        """
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """The first of the numbers 1, 2, 5, 10, 20, 50, ... that takes 0.2 seconds or more, and the time it took.

        callback: is called with each number that was tried and its time.
        """
        scale = 1
        while True:
            for factor in 1, 2, 5:
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def _globals():
    """The namespace of this module, where statements run that are given no other."""
    return globals()


def _repeat_none(number):
    """Something to loop over as often as that, at little cost."""
    return range(number.__index__())


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """What the timeit() of a Timer answers that is made for this."""
    made = Timer(stmt, setup, timer, globals)
    return made.timeit(number)


def repeat(
    stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None
):
    """What the repeat() of a Timer answers that is made for this."""
    made = Timer(stmt, setup, timer, globals)
    return made.repeat(repeat, number)


class _UsageError(Exception):
    """A command line that can't be read."""


def _read_options(args):
    """The options of a command line, by letter (values as a list), and the statement's lines."""
    names = {'number': 'n', 'setup': 's', 'repeat': 'r', 'verbose': 'v', 'unit': 'u', 'help': 'h'}
    options = {}
    todo = list(args)
    while todo and todo[0].startswith('-') and todo[0] != '-':
        argument = todo.pop(0)
        if argument == '--':
            break
        if argument.startswith('--'):
            name, equals, value = argument[2:].partition('=')
            if name not in names:
                raise _UsageError(f'option --{name} not recognized')
            letters = names[name]
            rest = value if equals else None
        else:
            letters, rest = argument[1:], None
        while letters:
            letter, letters = letters[0], letters[1:]
            if letter not in 'nsruvh':
                raise _UsageError(f'option -{letter} not recognized')
            value = None
            if letter in 'nsru':
                value, letters = rest if rest is not None else letters, ''
                if not value:
                    if not todo:
                        raise _UsageError(f'option -{letter} requires argument')
                    value = todo.pop(0)
            options.setdefault(letter, []).append(value)
    return options, todo


def main(args=None, *, _wrap_timer=None):
    """The command, with these arguments or those of the process. Answers its exit status, None for success.

    An exception in the timed code is printed, and the status is 1; others are not caught.
    """
    try:
        options, statement = _read_options(sys.argv[1:] if args is None else args)
    except _UsageError as error:
        print(error)
        print('use -h/--help for command line help')
        return 2
    if 'h' in options:
        print(__doc__, end=' ')
        return 0
    unit = options.get('u', [None])[-1]
    if unit is not None and unit not in _UNITS:
        print('Unrecognized unit. Please select nsec, usec, msec, or sec.', file=sys.stderr)
        return 2
    verbose = len(options.get('v', ()))
    rounds = max(int(options.get('r', [default_repeat])[-1]), 1)
    number = int(options.get('n', [0])[-1])
    sys.path.insert(0, '.')
    clock = default_timer if _wrap_timer is None else _wrap_timer(default_timer)
    timer = Timer('\n'.join(statement) or 'pass', '\n'.join(options.get('s', ())) or 'pass', clock)
    digits = max(verbose - 1, 0) + 3

    def shown(seconds):
        name = unit or next((name for name, scale in _UNITS.items() if seconds >= scale), 'nsec')
        return f'{seconds / _UNITS[name]:.{digits}g} {name}'

    def tell(number, taken):
        print(f'{number} loop{"" if number == 1 else "s"} -> {taken:.{digits}g} secs')

    try:
        if not number:
            number, _ = timer.autorange(tell if verbose else None)
            if verbose:
                print()
        raw = timer.repeat(rounds, number)
    except:
        timer.print_exc()
        return 1
    if verbose:
        print(f'raw times: {", ".join(map(shown, raw))}\n')
    timings = [taken / number for taken in raw]
    best, worst = min(timings), max(timings)
    print(f'{number} loop{"" if number == 1 else "s"}, best of {rounds}: {shown(best)} per loop')
    if worst >= best * 4:
        import warnings

        warnings.warn_explicit(
            'The test results are likely unreliable. '
            f'The worst time ({shown(worst)}) was more than four times slower than the best time ({shown(best)}).',
            UserWarning,
            '',
            0,
        )
    return None


if __name__ == '__main__':
    sys.exit(main())
