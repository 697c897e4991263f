"""Tool for measuring execution time of small code snippets.

Library usage: see the Timer class.

Command line usage:
    python timeit.py [-n N] [-r N] [-s S] [-u U] [-v] [-h] [--] [statement]

Options:
  -n/--number N: how many times to execute 'statement' (default: see below)
  -r/--repeat N: how many times to repeat the timer (default 5)
  -s/--setup S: statement to be executed once initially (default 'pass')
  -u/--unit U: set the output time unit (nsec, usec, msec, or sec)
  -v/--verbose: print raw timing results; repeat for more digits precision
  -h/--help: print this usage message and exit
  --: separate options from statement, use when statement starts with -
  statement: statement to be timed (default 'pass')

A multi-line statement may be given by specifying each line as a
separate argument; indented lines are possible by enclosing an
argument in quotes and using leading spaces.  Multiple -s options are
treated similarly.

If -n is not given, a suitable number of loops is calculated by trying
increasing numbers from the sequence 1, 2, 5, 10, 20, 50, ... until the
total time is at least 0.2 seconds.
"""

import gc
import sys
from _imp import remember_source
from time import perf_counter as default_timer

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

dummy_src_name = '<timeit-src>'
default_number = 1000000
default_repeat = 5

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
    """Helper to reindent a multi-line statement."""
    return src.replace('\n', '\n' + ' ' * indent)


class Timer:
    """Class for timing execution speed of small code snippets.

    The constructor takes a statement to be timed, an additional
    statement used for setup, and a timer function.  Both statements
    default to 'pass'; the timer function is platform-dependent (see
    module doc string).  If 'globals' is specified, the code will be
    executed within that namespace (as opposed to inside timeit's
    namespace).

    To measure the execution time of the first statement, use the
    timeit() method.  The repeat() method is a convenience to call
    timeit() multiple times and return a list of results.

    The statements may contain newlines, as long as they don't contain
    multi-line string literals.
    """

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        """Constructor.  See class doc string."""
        self.timer = timer
        names = {}
        namespace = _globals() if globals is None else globals
        init = ''
        prefix = ''
        if isinstance(setup, str):
            # What is wrong with either is to be found out before they stand in the template.
            compile(setup, dummy_src_name, 'exec')
            prefix = setup + '\n'
            setup = reindent(setup, 4)
        elif callable(setup):
            names['_setup'] = setup
            init += ', _setup=_setup'
            setup = '_setup()'
        else:
            raise ValueError('setup is neither a string nor callable')
        if isinstance(stmt, str):
            compile(prefix + stmt, dummy_src_name, 'exec')
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            names['_stmt'] = stmt
            init += ', _stmt=_stmt'
            stmt = '_stmt()'
        else:
            raise ValueError('stmt is neither a string nor callable')
        self.src = template.format(stmt=stmt, setup=setup, init=init)
        exec(compile(self.src, dummy_src_name, 'exec'), namespace, names)
        self.inner = names['inner']

    def print_exc(self, file=None):
        """Helper to print a traceback from the timed code.

        The advantage over the standard traceback is that source lines
        in the compiled template will be displayed.
        """
        import traceback

        remember_source(dummy_src_name, self.src)
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Time 'number' executions of the main statement.

        To be precise, this executes the setup statement once, and
        then returns the time it takes to execute the main statement
        a number of times, as float seconds if using the default timer.
        """
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(_repeat_none(number), self.timer)
        finally:
            if was_enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """Call timeit() a few times.

        This is a convenience function that calls the timeit()
        repeatedly, returning a list of results.  The first argument
        specifies how many times to call timeit(), defaulting to 5;
        the second argument specifies the timer argument, defaulting
        to one million.

        Note: the minimum of the results says most: higher ones are not
        caused by variability in Python's speed, but by other processes.
        """
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """Return the number of loops and time taken so that total time >= 0.2.

        Calls the timeit method with increasing numbers from the sequence
        1, 2, 5, 10, 20, 50, ... until the time taken is at least 0.2
        second.  Returns (number, time_taken).

        If *callback* is given and is not None, it will be called after
        each trial with two arguments: ``callback(number, time_taken)``.
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
    """Convenience function to create Timer object and call timeit method."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(
    stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None
):
    """Convenience function to create Timer object and call repeat method."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


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
    """Main program, used when run as a script.

    The optional 'args' argument specifies the command line to be parsed,
    defaulting to sys.argv[1:].

    The return value is an exit code to be passed to sys.exit(); it
    may be None to indicate success.

    When an exception happens during timing, a traceback is printed to
    stderr and the return value is 1.  Exceptions at other times
    (including the template compilation) are not caught.
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
