"""Examples in docstrings, as an interactive session shows them: found, run, and compared with what they should print.

testmod() tests a module, testfile() a file.
"""

import os
import sys
from doctest._checker import BLANKLINE_MARKER, ELLIPSIS_MARKER, OutputChecker
from doctest._examples import DocTest, DocTestParser, Example
from doctest._finder import DocTestFinder, _is_module
from doctest._options import (
    COMPARISON_FLAGS, DONT_ACCEPT_BLANKLINE, DONT_ACCEPT_TRUE_FOR_1, ELLIPSIS, FAIL_FAST, IGNORE_EXCEPTION_DETAIL,
    NORMALIZE_WHITESPACE, OPTIONFLAGS_BY_NAME, REPORT_CDIFF, REPORT_NDIFF, REPORT_ONLY_FIRST_FAILURE, REPORT_UDIFF,
    REPORTING_FLAGS, SKIP, register_optionflag,
)
from doctest._runner import DebugRunner, DocTestFailure, DocTestRunner, TestResults, UnexpectedException

__all__ = [
    'register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS',
    'SKIP', 'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF',
    'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser',
    'DocTestFinder', 'DocTestRunner', 'OutputChecker', 'DocTestFailure', 'UnexpectedException', 'DebugRunner',
    'testmod', 'testfile', 'run_docstring_examples',
]

master = None


def _results(runner, report):
    """What a runner counted, which is added to what the first one did."""
    global master
    if report:
        runner.summarize()
    master = master or runner
    if master is not runner:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def _runner(raise_on_error, verbose, optionflags):
    return (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)


def testmod(
    m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
    exclude_empty=False,
):
    """Test the docstrings of a module - by default the main program - and of the functions and classes it defines."""
    if m is None:
        m = sys.modules.get('__main__')
    if not _is_module(m):
        raise TypeError(f'testmod: module required; {m!r}')
    runner = _runner(raise_on_error, verbose, optionflags)
    finder = DocTestFinder(exclude_empty=exclude_empty)
    for test in finder.find(m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    return _results(runner, report)


def testfile(
    filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
    extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None,
):
    """Test the examples in a file of text."""
    if package and not module_relative:
        raise ValueError('Package may only be specified for module-relative paths.')
    if module_relative:
        if package is None:
            package = sys.modules[sys._getframe(1).f_globals['__name__']]
        elif isinstance(package, str):
            package = __import__(package, globals(), locals(), ['*'])
        if os.path.isabs(filename):
            raise ValueError('Module-relative files may not have absolute paths')
        folder = os.path.dirname(getattr(package, '__file__', '') or os.path.join(os.getcwd(), ''))
        filename = os.path.join(folder, *filename.split('/'))
    with open(filename, encoding=encoding) as file:
        text = file.read()
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault('__name__', '__main__')
    runner = _runner(raise_on_error, verbose, optionflags)
    runner.run(parser.get_doctest(text, globs, os.path.basename(filename) if name is None else name, filename, 0))
    return _results(runner, report)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Test the examples in an object's docstring, with these globals."""
    runner = _runner(False, verbose, optionflags)
    for test in DocTestFinder(verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags)


def script_from_examples(s):
    """A program made of a text with examples: the rest of it, and what they should print, are comments."""
    lines = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, str):
            lines += [f'# {line}' if line else '#' for line in piece.split('\n')[:-1]]
            continue
        lines.append(piece.source[:-1])
        if piece.want:
            lines += ['# Expected:', *(f'## {line}' for line in piece.want.split('\n')[:-1])]
    # Empty comments at the start and the end are left out.
    kept = [place for place, line in enumerate(lines) if line != '#']
    shown = lines[kept[0] : kept[-1] + 1] if kept else []
    return '\n'.join(shown) + '\n'
