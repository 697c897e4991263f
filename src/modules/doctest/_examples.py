"""Examples and tests made of them, and how they are found in a text."""

import re
from doctest._options import OPTIONFLAGS_BY_NAME

__name__ = 'doctest'


def _line(text):
    """A text that isn't empty, with a newline at its end."""
    return text + '\n' * (not text.endswith('\n'))


class _OfParts:
    """Something equal to another of its class if all its parts are, those in _hashed and those in _unhashed."""

    _hashed = _unhashed = ()

    def _parts(self, names):
        return [getattr(self, name) for name in names]

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        names = self._hashed + self._unhashed
        return self._parts(names) == other._parts(names)

    def __hash__(self):
        return hash(tuple(self._parts(self._hashed)))


class Example(_OfParts):
    """An example: its source, what it should print (want) or raise (exc_msg), its line and indentation, its options."""

    _hashed = 'source', 'want', 'lineno', 'indent', 'exc_msg'
    _unhashed = 'options',

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = _line(source)
        self.want = want and _line(want)
        self.exc_msg = None if exc_msg is None else _line(exc_msg)
        self.options = {} if options is None else options
        self.lineno, self.indent = lineno, indent


class DocTest(_OfParts):
    """The examples of one docstring, the globals they run with, and where they are from."""

    _hashed = 'docstring', 'name', 'filename', 'lineno'
    _unhashed = 'examples', 'globs'

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

    def _place(self):
        """What tests are sorted by; those whose line isn't known are first in their file."""
        return self.name, self.filename, -1 if self.lineno is None else self.lineno, id(self)

    def __lt__(self, other):
        return self._place() < other._place() if isinstance(other, DocTest) else NotImplemented


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
        examples = self.get_examples(string, name)
        return DocTest(examples, globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        """The examples in a text."""
        return [part for part in self.parse(string, name) if isinstance(part, Example)]
