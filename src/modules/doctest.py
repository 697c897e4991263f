"""Examples in docstrings, as an interactive session shows them: found, run, and compared with what they should print.

testmod() tests a module, testfile() a file.
"""

import difflib
import re
import sys
import traceback
from _imp import remember_source
from collections import namedtuple
from io import StringIO

__all__ = [
    'register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS',
    'SKIP', 'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF',
    'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser',
    'DocTestFinder', 'DocTestRunner', 'OutputChecker', 'DocTestFailure', 'UnexpectedException', 'DebugRunner',
    'testmod', 'testfile', 'run_docstring_examples',
]

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """Makes an option of this name, unless there is one; answers its flag."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


def _register(*names):
    """Make options, and their flags globals of these names; the flags together."""
    globals().update(zip(names, map(register_optionflag, names)))
    return sum(map(OPTIONFLAGS_BY_NAME.get, names))


# How to compare, and how to report what differs.
COMPARISON_FLAGS = _register(
    'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
    'IGNORE_EXCEPTION_DETAIL',
)
REPORTING_FLAGS = _register('REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE', 'FAIL_FAST')

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'


class TestResults(namedtuple('TestResults', 'failed attempted')):
    """How many examples failed, and how many were tried."""

    def __new__(cls, failed, attempted, *, skipped=0):
        results = super().__new__(cls, failed, attempted)
        results.skipped = skipped
        return results

    def __repr__(self):
        skipped = f', skipped={self.skipped}' if self.skipped else ''
        return f'TestResults(failed={self.failed}, attempted={self.attempted}{skipped})'


class Example:
    """An example: its source, what it should print (want) or raise (exc_msg), its line and indentation, its options."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want + '\n' if want and not want.endswith('\n') else want
        self.exc_msg = exc_msg + '\n' if exc_msg is not None and not exc_msg.endswith('\n') else exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def _parts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring, the globals they run with, and where they are from."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), 'DocTest no longer accepts str; use DocTestParser instead'
        self.examples, self.docstring = examples, docstring
        self.name, self.filename, self.lineno = name, filename, lineno
        # Running the examples changes them.
        self.globs = globs.copy()

    def __repr__(self):
        count = len(self.examples)
        examples = 'no examples' if not count else '1 example' if count == 1 else f'{count} examples'
        return f'<{self.__class__.__name__} {self.name} from {self.filename}:{self.lineno} ({examples})>'

    def _parts(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        lines = [-1 if test.lineno is None else test.lineno for test in (self, other)]
        return (self.name, self.filename, lines[0], id(self)) < (other.name, other.filename, lines[1], id(other))


class DocTestParser:
    """Finds the examples in a text."""

    _OPTION = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)
    _TRACEBACK = re.compile(r'Traceback \((?:most recent call last|innermost last)\):\s*$')

    def parse(self, string, name='<string>'):
        """The texts and the Examples that a text consists of, in turn. Their lines are counted from 0."""
        lines = string.expandtabs().split('\n')
        margin = min((len(line) - len(line.lstrip(' ')) for line in lines if line.strip()), default=0)
        lines = [line[margin:] for line in lines]
        output = []
        text = []
        at = 0
        while at < len(lines):
            indent = len(lines[at]) - len(lines[at].lstrip(' '))
            if not lines[at].startswith('>>>', indent):
                text.append(lines[at])
                at += 1
                continue
            end = at + 1
            while end < len(lines) and lines[end].lstrip(' ').startswith('...'):
                end += 1
            source_end = end
            while end < len(lines) and lines[end].strip(' ') and not lines[end].lstrip(' ').startswith('>>>'):
                end += 1
            output.append(''.join(line + '\n' for line in text))
            text = []
            example = self._example(lines[at:source_end], lines[source_end:end], indent, margin, name, at)
            if example is not None:
                output.append(example)
            at = end
        output.append('\n'.join(text))
        return output

    def _example(self, source_lines, want_lines, indent, margin, name, lineno):
        """The example of these lines; None if its source is only a comment."""
        prefix = ' ' * indent
        for i, line in enumerate(source_lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError(
                    f'line {lineno + i + 1!r} of the docstring for {name} '
                    f'lacks blank after {line[indent : indent + 3]}: {line!r}'
                )
        self._check_prefix(source_lines[1:], prefix + '.', name, lineno)
        source = '\n'.join(line[indent + 4 :] for line in source_lines)
        self._check_prefix(want_lines, prefix, name, lineno + len(source_lines))
        want = '\n'.join(line[indent:] for line in want_lines)
        options = self._find_options(source, name, lineno)
        if re.match(r'[ ]*(#.*)?$', source):
            return None
        return Example(
            source, want, self._exception_message(want), lineno=lineno, indent=margin + indent, options=options
        )

    def _check_prefix(self, lines, prefix, name, lineno):
        for i, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError(
                    f'line {lineno + i + 1!r} of the docstring for {name} has '
                    f'inconsistent leading whitespace: {line!r}'
                )

    def _exception_message(self, want):
        """What is wanted behind the stack of a traceback; None if no exception is wanted."""
        lines = want.split('\n')
        if not self._TRACEBACK.match(lines[0]):
            return None
        for i, line in enumerate(lines[1:], 1):
            if line[:1].isalnum() or line[:1] == '_':
                return '\n'.join(lines[i:])
        return None

    def _find_options(self, source, name, lineno):
        """The options that directives in the source switch on and off."""
        options = {}
        for match in self._OPTION.finditer(source):
            for option in match.group(1).replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(
                        f'line {lineno + 1!r} of the doctest for {name} has an invalid option: {option!r}'
                    )
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        if options and re.match(r'[ ]*(#.*)?$', source):
            raise ValueError(
                f'line {lineno!r} of the doctest for {name} has an option '
                f'directive on a line with no example: {source!r}'
            )
        return options

    def get_doctest(self, string, globs, name, filename, lineno):
        """The examples in a text as a DocTest."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        """The examples in a text."""
        return [part for part in self.parse(string, name) if isinstance(part, Example)]


def _source_lines(module, filename):
    """The lines of a module's file, or None."""
    if not filename:
        return None
    try:
        with open(filename) as file:
            return file.read().splitlines(keepends=True)
    except (OSError, UnicodeError):
        return None


class DocTestFinder:
    """Finds the DocTests of an object: in its docstring, and in those of what a module or class holds."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The DocTests of an object, sorted. They have the globals given, or the module's, with extraglobs added."""
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError(
                    "DocTestFinder.find: name must be given when obj.__name__ doesn't exist: "
                    f'{type(obj)!r}'
                )
        if module is False:
            module = None
        elif module is None:
            module = obj if _is_module(obj) else sys.modules.get(getattr(obj, '__module__', None))
        self._filename = getattr(module, '__file__', None) or getattr(module, '__name__', None)
        self._lines = _source_lines(module, getattr(module, '__file__', None))
        globs = ({} if module is None else module.__dict__.copy()) if globs is None else globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, globs, set())
        return sorted(tests)

    def _find(self, tests, obj, name, module, globs, seen):
        if self._verbose:
            print(f'Finding tests in {name}')
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if _is_module(obj):
            for key, value in obj.__dict__.items():
                value = _unwrapped(value)
                if (_is_routine(value) or isinstance(value, type)) and self._from_module(module, value):
                    self._find(tests, value, f'{name}.{key}', module, globs, seen)
            self._find_in_test_dict(tests, obj, name, module, globs, seen)
        if isinstance(obj, type):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (
                    _is_routine(value) or isinstance(value, (type, property))
                ) and self._from_module(module, value):
                    self._find(tests, value, f'{name}.{key}', module, globs, seen)

    def _find_in_test_dict(self, tests, obj, name, module, globs, seen):
        """A module's `__test__` names more: objects with docstrings, or texts."""
        for key, value in getattr(obj, '__test__', {}).items():
            if not isinstance(key, str):
                raise ValueError(f'DocTestFinder.find: __test__ keys must be strings: {type(key)!r}')
            if not (_is_routine(value) or isinstance(value, (type, str)) or _is_module(value)):
                raise ValueError(
                    'DocTestFinder.find: __test__ values must be strings, functions, methods, '
                    f'classes, or modules: {type(value)!r}'
                )
            self._find(tests, value, f'{name}.__test__.{key}', module, globs, seen)

    def _from_module(self, module, obj):
        """The object was defined in the module."""
        if module is None:
            return True
        if hasattr(obj, '__globals__'):
            return module.__dict__ is obj.__globals__
        if isinstance(obj, property):
            return True
        return getattr(obj, '__module__', None) == module.__name__

    def _get_test(self, obj, name, globs):
        """The test of an object's own docstring; None if there is none and empty ones don't count."""
        docstring = obj if isinstance(obj, str) else getattr(obj, '__doc__', None)
        docstring = '' if docstring is None else str(docstring)
        if self._exclude_empty and not docstring:
            return None
        lineno = self._find_lineno(obj)
        return self._parser.get_doctest(docstring, globs, name, self._filename, lineno)

    def _find_lineno(self, obj):
        """The line an object's docstring begins at, from 0; None if that can't be known."""
        lineno = None
        docstring = getattr(obj, '__doc__', None)
        if _is_module(obj) and docstring is not None:
            lineno = 0
        lines = self._lines
        if isinstance(obj, type) and docstring is not None and lines is not None:
            pattern = re.compile(r'^\s*class\s*%s\b' % re.escape(getattr(obj, '__name__', '-')))
            lineno = next((i for i, line in enumerate(lines) if pattern.match(line)), None)
        if isinstance(obj, property):
            obj = obj.fget
        obj = getattr(_unwrapped(obj), '__func__', _unwrapped(obj))
        code = getattr(obj, '__code__', None)
        if code is not None and getattr(obj, '__doc__', None):
            lineno = code.co_firstlineno - 1
        if lineno is None or lines is None:
            return lineno
        beginning = re.compile(r'(^|.*:)\s*\w*("|\')')
        return next((i for i in range(lineno, len(lines)) if beginning.match(lines[i])), None)


def _is_module(obj):
    return isinstance(obj, type(sys))


def _is_routine(obj):
    kinds = type(_is_module), type(len), type(str.join), type(''.join), type(object.__init__)
    return isinstance(obj, kinds)


def _unwrapped(obj):
    """The function under decorators that say what they wrap."""
    seen = set()
    while hasattr(obj, '__wrapped__') and id(obj) not in seen:
        seen.add(id(obj))
        obj = obj.__wrapped__
    return obj


class _SpoofOut(StringIO):
    """What examples print."""

    def getvalue(self):
        result = super().getvalue()
        # A line that is not ended could not be written down as expected.
        return result + '\n' if result and not result.endswith('\n') else result

    def truncate(self, size=None):
        self.seek(size)
        super().truncate()


def _indent(text, indent=4):
    """The text with spaces before each line that isn't empty."""
    return re.sub('(?m)^(?!$)', indent * ' ', text)


def _without_details(message):
    """An exception's class alone, without its module and what it says."""
    first = message.partition('\n')[0].partition(':')[0]
    return first.rpartition('.')[2]


def _ellipsis_match(want, got):
    """Whether `got` is `want` with something for each `...`."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *middle, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in middle:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


class OutputChecker:
    """Compares what an example printed with what it should print."""

    def _toAscii(self, s):
        return str(s.encode('ASCII', 'backslashreplace'), 'ASCII')

    def check_output(self, want, got, optionflags):
        """Whether what was got will do for what is wanted."""
        got, want = self._toAscii(got), self._toAscii(want)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf'(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$', '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def _do_a_fancy_diff(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        return bool(optionflags & REPORT_NDIFF) or (want.count('\n') > 2 and got.count('\n') > 2)

    def output_difference(self, example, got, optionflags):
        """What is wanted of an example and what was got, written down for people."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if self._do_a_fancy_diff(want, got, optionflags):
            want_lines, got_lines = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                diff = list(difflib.unified_diff(want_lines, got_lines, n=2))[2:]
                kind = 'unified diff with -expected +actual'
            elif optionflags & REPORT_CDIFF:
                diff = list(difflib.context_diff(want_lines, got_lines, n=2))[2:]
                kind = 'context diff with expected followed by actual'
            else:
                diff = difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want_lines, got_lines)
                kind = 'ndiff with -expected +actual'
            return f'Differences ({kind}):\n' + _indent(''.join(diff))
        expected = f'Expected:\n{_indent(want)}' if want else 'Expected nothing\n'
        return expected + (f'Got:\n{_indent(got)}' if got else 'Got nothing\n')


class DocTestFailure(Exception):
    """An example of a DebugRunner printed something else."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example of a DebugRunner raised an exception."""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DocTestRunner:
    """Runs DocTests, tells of them, and counts."""

    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self._stats = {}
        self.tries = 0
        self.failures = 0
        self.skips = 0
        self._fakeout = _SpoofOut()

    def report_start(self, out, test, example):
        """Tell, if verbose, what is going to be run."""
        if self._verbose:
            expecting = f'Expecting:\n{_indent(example.want)}' if example.want else 'Expecting nothing\n'
            out(f'Trying:\n{_indent(example.source)}{expecting}')

    def report_success(self, out, test, example, got):
        """Tell, if verbose, that it was right."""
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        """Tell that it printed, or raised, something else."""
        out(
            self._failure_header(test, example)
            + self._checker.output_difference(example, got, self.optionflags)
        )

    def report_unexpected_exception(self, out, test, example, exc_info):
        """Tell that it raised what nobody expected."""
        text = ''.join(traceback.format_exception(exc_info[1]))
        out(self._failure_header(test, example) + 'Exception raised:\n' + _indent(text))

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
        if out is None:

            def out(text):
                saved_out.write(text)

        sys.stdout = self._fakeout
        sys.displayhook = sys.__displayhook__
        try:
            return self._run_examples(test, out)
        finally:
            sys.stdout, sys.displayhook = saved_out, saved_hook
            if clear_globs:
                test.globs.clear()
                import builtins

                builtins._ = None

    def _run_examples(self, test, out):
        failures = tries = skips = 0
        for number, example in enumerate(test.examples):
            quiet = bool(self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0)
            self.optionflags = self.original_optionflags
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            tries += 1
            if self.optionflags & SKIP:
                skips += 1
                continue
            if not quiet:
                self.report_start(out, test, example)
            exc_info, got = self._run_example(test, example, number)
            if self._is_right(example, exc_info, got):
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            failures += 1
            if not quiet:
                if exc_info is not None and example.exc_msg is None:
                    self.report_unexpected_exception(out, test, example, exc_info)
                else:
                    if exc_info is not None:
                        got += ''.join(traceback.format_exception(exc_info[1]))
                    self.report_failure(out, test, example, got)
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = self.original_optionflags
        old = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = old[0] + failures, old[1] + tries, old[2] + skips
        self.failures += failures
        self.tries += tries
        self.skips += skips
        return TestResults(failures, tries, skipped=skips)

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
                f' {_count(tries, "test", 3)} in {name}' for name, (failures, tries, _) in stats if tries and not failures
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
            old = self._stats.get(name, (0, 0, 0))
            self._stats[name] = tuple(a + b for a, b in zip(old, counts))


def _count(n, what, width=0):
    return f'{n:{width}d} {what}{"" if n == 1 else "s"}'


class DebugRunner(DocTestRunner):
    """Raises an exception where an example fails."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


# Running what there is to test.

master = None


def _add_to_master(runner):
    global master
    if master is None:
        master = runner
    else:
        master.merge(runner)


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
    if report:
        runner.summarize()
    _add_to_master(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testfile(
    filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
    extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None,
):
    """Test the examples in a file of text."""
    import os

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
    if report:
        runner.summarize()
    _add_to_master(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Test the examples in an object's docstring, with these globals."""
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


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
    for filename in files:
        if filename.endswith('.py'):
            import os

            folder, name = os.path.split(filename)
            sys.path.insert(0, folder)
            module = __import__(name[:-3])
            del sys.path[0]
            failures, _ = testmod(module, verbose=verbose, optionflags=options)
        else:
            failures, _ = testfile(filename, module_relative=False, verbose=verbose, optionflags=options)
        if failures:
            return 1
    return 0


if __name__ == '__main__':
    sys.exit(_main(sys.argv[1:]))
