"""Whether an example printed what it should, and what differs if not."""

import re
from doctest._options import (
    DONT_ACCEPT_BLANKLINE, DONT_ACCEPT_TRUE_FOR_1, ELLIPSIS, NORMALIZE_WHITESPACE, REPORT_CDIFF, REPORT_NDIFF,
    REPORT_UDIFF,
)

__name__ = 'doctest'

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'

# What stood for truth values before there were any.
_AS_NUMBERS = {'True\n': '1\n', 'False\n': '0\n'}


def _indent(text, indent=4):
    """The text with spaces before each line that isn't empty."""
    return re.sub('(?m)^(?!$)', indent * ' ', text)


def _ellipsis_match(want, got):
    """Whether `got` is `want` with something for each `...`."""
    first, *others = want.split(ELLIPSIS_MARKER)
    if not others:
        return want == got
    *middle, last = others
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
        want, got = self._toAscii(want), self._toAscii(got)
        if want == got or (want == _AS_NUMBERS.get(got) and not optionflags & DONT_ACCEPT_TRUE_FOR_1):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf'(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$', '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = (' '.join(text.split()) for text in (want, got))
        return want == got or bool(optionflags & ELLIPSIS and _ellipsis_match(want, got))

    def output_difference(self, example, got, optionflags):
        """What is wanted of an example and what was got, written down for people."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            shown = (line if line.strip(' ') else BLANKLINE_MARKER for line in got.split('\n')[:-1])
            got = ''.join(f'{line}\n' for line in shown) + got.rpartition('\n')[2]
        # Of few lines, differences show no more than the lines themselves, but for what ndiff marks within them.
        if optionflags & REPORT_NDIFF or min(want.count('\n'), got.count('\n')) > 2:
            for flag, kind, compare in _DIFFERENCES:
                if optionflags & flag:
                    lines = compare(want.splitlines(keepends=True), got.splitlines(keepends=True))
                    return f'Differences ({kind}):\n' + _indent(''.join(lines))
        expected = f'Expected:\n{_indent(want)}' if want else 'Expected nothing\n'
        return expected + (f'Got:\n{_indent(got)}' if got else 'Got nothing\n')


# difflib is large, and mostly not needed: it is imported when it is.


def _unified(want, got):
    from difflib import unified_diff
    return _without_files(unified_diff(want, got, n=2))


def _with_context(want, got):
    from difflib import context_diff
    return _without_files(context_diff(want, got, n=2))


def _marked(want, got):
    from difflib import IS_CHARACTER_JUNK, Differ
    return Differ(charjunk=IS_CHARACTER_JUNK).compare(want, got)


def _without_files(lines):
    """The lines but for the first two, which would name files."""
    return list(lines)[2:]


_DIFFERENCES = [
    (REPORT_UDIFF, 'unified diff with -expected +actual', _unified),
    (REPORT_CDIFF, 'context diff with expected followed by actual', _with_context),
    (REPORT_NDIFF, 'ndiff with -expected +actual', _marked),
]
