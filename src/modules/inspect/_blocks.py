"""How far a block of source goes."""

__name__ = 'inspect'


class ClassFoundException(Exception):
    """Was raised by the search for classes."""


class EndOfBlock(Exception):
    """Ends the reading of a block."""


def indentsize(line):
    """The width of a line's indentation."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


class _Reader:
    """Reads lines of source as far as it takes to know where statements end."""

    def __init__(self):
        self.depth = 0
        self.quote = None

    def read(self, line):
        """Takes one more line in. Answers whether the statement goes on in the next one."""
        i = 0
        continued = False
        while i < len(line):
            if self.quote:
                if line[i] == '\\':
                    i += 2
                    continue
                if line.startswith(self.quote, i):
                    i += len(self.quote)
                    self.quote = None
                    continue
                i += 1
                continue
            c = line[i]
            if c == '#':
                break
            if c in '\'"':
                self.quote = c * 3 if line.startswith(c * 3, i) else c
                i += len(self.quote)
                continue
            if c in '([{':
                self.depth += 1
            elif c in ')]}':
                self.depth = max(0, self.depth - 1)
            elif c == '\\' and line[i + 1:].strip() == '':
                continued = True
            i += 1
        if self.quote and len(self.quote) == 1 and not line.rstrip('\r\n').endswith('\\'):
            # A string that isn't closed ends with its line.
            self.quote = None
        return continued or bool(self.quote) or self.depth > 0


class BlockFinder:
    """Finds where the block at the beginning of the lines ends."""

    def __init__(self):
        self.last = 1

    def find(self, lines):
        reader = _Reader()
        number = 0
        header_indent = None
        is_block = is_lambda = False
        inside = False
        while number < len(lines):
            first = number
            line = lines[number]
            text = line.strip()
            if not text or (text[0] == '#' and not inside):
                if text and header_indent is not None and indentsize(line) <= header_indent:
                    break
                number += 1
                continue
            indent = indentsize(line)
            if header_indent is not None and is_block and indent <= header_indent and text[0] != '#':
                break
            while True:
                goes_on = reader.read(lines[number])
                number += 1
                if not goes_on or number >= len(lines):
                    break
            if text[0] == '#':
                if indent <= (header_indent or 0):
                    break
                continue
            self.last = number
            if not is_block:
                if header_indent is None:
                    header_indent = indent
                statement = ''.join(lines[first:number]).strip()
                if text.startswith('@'):
                    continue
                word = text.split(None, 1)[0]
                if word in ('def', 'class', 'async'):
                    # A body on the line of the header is all there is.
                    is_block = inside = True
                    if not _opens_block(statement):
                        break
                else:
                    break
        return self.last


def _opens_block(statement):
    """Whether a header is followed by nothing but a comment."""
    reader = _Reader()
    code = []
    for line in statement.splitlines(True):
        cut = len(line)
        for i, c in enumerate(line):
            if c == '#' and not _inside_string(line[:i]):
                cut = i
                break
        code.append(line[:cut])
    return ''.join(code).rstrip().endswith(':')


def _inside_string(text):
    reader = _Reader()
    reader.read(text + '\\')
    return bool(reader.quote)


def getblock(lines):
    """The lines of the block at the beginning."""
    return lines[:BlockFinder().find(lines)]
