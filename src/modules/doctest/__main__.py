"""The command `python -m doctest`."""

import os
import sys
from doctest import FAIL_FAST, OPTIONFLAGS_BY_NAME, testfile, testmod


def _test(path, verbose, options):
    """Test a program, or else a file of text."""
    if not path.endswith('.py'):
        return testfile(path, module_relative=False, verbose=verbose, optionflags=options)
    folder, name = os.path.split(path)
    sys.path.insert(0, folder)
    module = __import__(name.removesuffix('.py'))
    del sys.path[0]
    return testmod(module, verbose=verbose, optionflags=options)


def _main(arguments):
    """`python -m doctest [-v] [-f] [-o OPTION] file ...`"""
    verbose = False
    options = 0
    files = []
    todo = list(arguments)
    while todo:
        argument = todo.pop(0)
        if argument in ('-v', '--verbose'):
            verbose = True
        elif argument in ('-f', '--fail-fast'):
            options |= FAIL_FAST
        elif argument in ('-o', '--option') and todo and todo[0] in OPTIONFLAGS_BY_NAME:
            options |= OPTIONFLAGS_BY_NAME[todo.pop(0)]
        elif argument.startswith('-'):
            sys.exit(f'usage: {_main.__doc__}\ndoctest: error: unrecognized arguments: {argument}')
        else:
            files.append(argument)
    # The first file with failures is the last.
    return int(any(_test(path, verbose, options).failed for path in files))


if __name__ == '__main__':
    sys.exit(_main(sys.argv[1:]))
