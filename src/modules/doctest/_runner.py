"""Running tests, and telling how they went."""

import builtins
import sys
import traceback
from _imp import remember_source
from collections import namedtuple
from doctest._checker import OutputChecker, _indent
from doctest._options import FAIL_FAST, IGNORE_EXCEPTION_DETAIL, REPORT_ONLY_FIRST_FAILURE, SKIP
from io import StringIO

__name__ = 'doctest'


class TestResults(namedtuple('TestResults', 'failed attempted')):
    """How many examples failed, and how many were tried."""

    def __new__(cls, failed, attempted, *, skipped=0):
        made = cls._make((failed, attempted))
        made.skipped = skipped
        return made

    def __repr__(self):
        skipped = f', skipped={self.skipped}' if self.skipped else ''
        return f'TestResults(failed={self.failed}, attempted={self.attempted}{skipped})'


class _SpoofOut(StringIO):
    """What examples print."""

    def getvalue(self):
        result = super().getvalue()
        # A line that is not ended could not be written down as expected.
        return result + '\n' if result and not result.endswith('\n') else result

    def truncate(self, size=None):
        self.seek(size)
        super().truncate()


def _without_details(message):
    """An exception's class alone, without its module and what it says."""
    first = message.partition('\n')[0].partition(':')[0]
    return first.rpartition('.')[2]


class DocTestRunner:
    """Runs DocTests, tells of them, and counts."""

    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self._stats = {}
        self.failures = self.tries = self.skips = 0
        self._fakeout = _SpoofOut()

    # What there is to tell of an example. A subclass may tell it otherwise.

    def report_start(self, out, test, example):
        """Tell, if verbose, what is going to be run."""
        if not self._verbose:
            return
        expecting = f'Expecting:\n{_indent(example.want)}' if example.want else 'Expecting nothing\n'
        out(f'Trying:\n{_indent(example.source)}{expecting}')

    def report_unexpected_exception(self, out, test, example, exc_info):
        """Tell that it raised what nobody expected."""
        text = ''.join(traceback.format_exception(exc_info[1]))
        out(self._failure_header(test, example) + 'Exception raised:\n' + _indent(text))

    def report_failure(self, out, test, example, got):
        """Tell that it printed, or raised, something else."""
        difference = self._checker.output_difference(example, got, self.optionflags)
        out(self._failure_header(test, example) + difference)

    def report_success(self, out, test, example, got):
        """Tell, if verbose, that it was right."""
        if self._verbose:
            out('ok\n')

    def _failure_header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            lineno = '?' if test.lineno is None else test.lineno + example.lineno + 1
            lines.append(f'File "{test.filename}", line {lineno}, in {test.name}')
        else:
            lines.append(f'Line {example.lineno + 1}, in {test.name}')
        lines += ['Failed example:', _indent(example.source)]
        return '\n'.join(lines)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run the examples of a test and tell of them by calling out(text): how many failed, and were tried."""
        self.test = test
        saved_out, saved_hook = sys.stdout, sys.displayhook
        tell = saved_out.write if out is None else out
        sys.stdout, sys.displayhook = self._fakeout, sys.__displayhook__
        try:
            return self._run_examples(test, tell)
        finally:
            sys.stdout, sys.displayhook = saved_out, saved_hook
            if clear_globs:
                builtins._ = None
                test.globs.clear()

    def _run_examples(self, test, out):
        failures = skips = tries = 0
        for tries, example in enumerate(test.examples, 1):
            tell = out
            if failures and self.optionflags & REPORT_ONLY_FIRST_FAILURE:
                tell = None
            self._set_options(example)
            if self.optionflags & SKIP:
                skips += 1
            elif not self._try(test, example, tries - 1, tell):
                failures += 1
                if self.optionflags & FAIL_FAST:
                    break
        self.optionflags = self.original_optionflags
        self._add(test.name, (failures, tries, skips))
        self.failures, self.tries, self.skips = self.failures + failures, self.tries + tries, self.skips + skips
        return TestResults(failures, tries, skipped=skips)

    def _add(self, name, counts):
        """Add to what was counted for the test of a name."""
        self._stats[name] = tuple(map(sum, zip(counts, self._stats.get(name, (0, 0, 0)))))

    def _set_options(self, example):
        self.optionflags = self.original_optionflags
        for flag, is_on in example.options.items():
            self.optionflags = self.optionflags | flag if is_on else self.optionflags & ~flag

    def _try(self, test, example, number, out):
        """Whether an example does what it should. What there is to tell is told by calling out(text), unless None."""
        if out is not None:
            self.report_start(out, test, example)
        exc_info, got = self._run_example(test, example, number)
        is_right = self._is_right(example, exc_info, got)
        if out is None:
            return is_right
        if is_right:
            self.report_success(out, test, example, got)
        elif exc_info is not None and example.exc_msg is None:
            self.report_unexpected_exception(out, test, example, exc_info)
        else:
            if exc_info is not None:
                got += ''.join(traceback.format_exception(exc_info[1]))
            self.report_failure(out, test, example, got)
        return is_right

    def _run_example(self, test, example, number):
        """Runs an example: what it raised, and what it printed."""
        filename = f'<doctest {test.name}[{number}]>'
        remember_source(filename, example.source)
        exc_info = None
        try:
            exec(compile(example.source, filename, 'single', 0, True), test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            # This module's own level is no part of the example.
            error.__traceback__ = error.__traceback__.tb_next
            exc_info = type(error), error, error.__traceback__
        self._fakeout.flush()
        got = self._fakeout.getvalue()
        self._fakeout.truncate(0)
        return exc_info, got

    def _is_right(self, example, exc_info, got):
        """What an example printed or raised is what was expected."""
        check = self._checker.check_output
        if exc_info is None:
            return check(example.want, got, self.optionflags)
        if example.exc_msg is None:
            return False
        kind = exc_info[0]
        lines = traceback.format_exception_only(kind, exc_info[1])
        if issubclass(kind, SyntaxError):
            # Where in the source it is doesn't matter.
            prefixes = f'{kind.__qualname__}:', f'{kind.__module__}.{kind.__qualname__}:'
            lines = lines[next(i for i, line in enumerate(lines) if line.startswith(prefixes)) :]
        message = ''.join(lines)
        if check(example.exc_msg, message, self.optionflags):
            return True
        return bool(self.optionflags & IGNORE_EXCEPTION_DETAIL) and check(
            _without_details(example.exc_msg), _without_details(message), self.optionflags
        )

    def summarize(self, verbose=None):
        """Print a summary of all tests that were run; the totals."""
        verbose = self._verbose if verbose is None else verbose
        stats = sorted(self._stats.items())
        if verbose:
            self._list('had no tests', [f'    {name}' for name, (_, tries, _) in stats if tries == 0])
            passed = [
                f' {_count(tries, "test", 3)} in {name}'
                for name, (failures, tries, _) in stats if tries and not failures
            ]
            self._list('passed all tests', passed)
        failed = [
            f' {failures:3d} of {tries:3d} in {name}' for name, (failures, tries, _) in stats if tries and failures
        ]
        if failed:
            print(self.DIVIDER)
        self._list('had failures', failed)
        failures, tries, skips = (sum(counts[i] for _, counts in stats) for i in range(3))
        if verbose:
            print(f'{_count(tries, "test")} in {_count(len(stats), "item")}.')
            print(f'{tries - failures} passed{f" and {failures} failed" if failures else ""}.')
        if failures:
            skipped = f' and {_count(skips, "skipped test")}' if skips else ''
            print(f'***Test Failed*** {_count(failures, "failure")}{skipped}.')
        elif verbose:
            print('Test passed.')
        return TestResults(failures, tries, skipped=skips)

    def _list(self, what, lines):
        if lines:
            print(f'{_count(len(lines), "item")} {what}:', *lines, sep='\n')

    def merge(self, other):
        """Adds what another runner counted."""
        for name, counts in other._stats.items():
            self._add(name, counts)


def _count(n, what, width=0):
    return f'{n:{width}d} {what}{"" if n == 1 else "s"}'


class DebugRunner(DocTestRunner):
    """Raises an exception where an example fails."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        results = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return results

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)


class DocTestFailure(Exception):
    """An example of a DebugRunner printed something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return f'{self.test}'


class UnexpectedException(Exception):
    """An example of a DebugRunner raised an exception."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    __str__ = DocTestFailure.__str__
