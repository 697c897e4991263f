"""Laying texts out on lines of a given width, and indenting them."""

import re

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']


class TextWrapper:
    """Lays texts out on lines.

    The arguments, which are attributes too: width of lines (70),
    initial_indent and subsequent_indent of lines (''), expand_tabs (True)
    to multiples of tabsize (8), replace_whitespace by blanks (True),
    fix_sentence_endings to have two blanks (False), break_long_words
    (True), break_on_hyphens (True), drop_whitespace around lines (True),
    and max_lines (None), beyond which a placeholder (' [...]') stands.
    Subclasses may override the methods that do the steps of wrap().
    """

    # ASCII whitespace only: a no-break space is no place to break.
    unicode_whitespace_trans = dict.fromkeys(b'\t\n\v\f\r ', ord(' '))

    # Where a text may be broken: between blanks and words, after hyphens between letters, around dashes.
    wordsep_re = re.compile(r'''
        ( [\t\n\x0b\x0c\r\ ]+                                   # blanks
        | (?<=[\w!"\'&.,?]) -{2,} (?=\w)                        # a dash between words
        | [^\t\n\x0b\x0c\r\ ]+? (?:                             # a word, up to
              - (?: (?<=[^\d\W]{2}-) | (?<=[^\d\W]-[^\d\W]-) )  #   a hyphen after two letters,
                (?= [^\d\W] -? [^\d\W] )                        #   with two letters behind it,
            | (?= [\t\n\x0b\x0c\r\ ] | \Z )                     #   its end,
            | (?<=[\w!"\'&.,?]) (?=-{2,}\w)                     #   or a dash
          )
        )''', re.VERBOSE)
    # The same without hyphens.
    wordsep_simple_re = re.compile(r'([\t\n\x0b\x0c\r ]+)')
    sentence_end_re = re.compile(r'[a-z][\.\!\?][\"\']?\Z')

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace = expand_tabs, replace_whitespace
        self.fix_sentence_endings, self.break_long_words = fix_sentence_endings, break_long_words
        self.drop_whitespace, self.break_on_hyphens = drop_whitespace, break_on_hyphens
        self.tabsize, self.max_lines, self.placeholder = tabsize, max_lines, placeholder

    def _munge_whitespace(self, text):
        """Expand tabs, and make all whitespace blanks."""
        expanded = text.expandtabs(self.tabsize) if self.expand_tabs else text
        return expanded.translate(self.unicode_whitespace_trans) if self.replace_whitespace else expanded

    def _split(self, text):
        """The text in chunks between which it may be broken: 'use', ' ', 'goof-', 'ball'."""
        separators = self.wordsep_re if self.break_on_hyphens is True else self.wordsep_simple_re
        return list(filter(None, separators.split(text)))

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _fix_sentence_endings(self, chunks):
        """Put two blanks where a chunk ends a sentence and one blank follows."""
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == ' ' and self.sentence_end_re.search(chunks[i]):
                chunks[i + 1] = '  '

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Put what fits of the last chunk, which is too long for any line, onto the line."""
        if not self.break_long_words:
            # All of it, on a line of its own: that is where the next round finds itself.
            if not cur_line:
                cur_line.append(reversed_chunks.pop())
            return
        # At least a character, or there would be no end.
        room = width - cur_len if width >= 1 else 1
        word = reversed_chunks[-1]
        end = room
        if self.break_on_hyphens and len(word) > room:
            hyphen = word.rfind('-', 0, room)
            if hyphen > 0 and word[:hyphen].strip('-'):
                end = hyphen + 1
        cur_line.append(word[:end])
        reversed_chunks[-1] = word[end:]

    def _wrap_chunks(self, chunks):
        """Lay chunks out on lines that are no longer than `width`, as far as possible. Empties `chunks`."""
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        limit = self.max_lines
        if limit is not None:
            indent = self.subsequent_indent if limit > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                del chunks[-1]
            line, length = self._next_line(chunks, width)
            if not line:
                continue
            if limit is None or len(lines) + 1 < limit or (length <= width and self._is_rest_blank(chunks)):
                lines.append(indent + ''.join(line))
            else:
                self._truncate(lines, line, length, indent, width)
                break
        return lines

    def _next_line(self, chunks, width):
        """Take chunks for one line from the end of the list: the line, and its length."""
        line, length = [], 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._handle_long_word(chunks, line, length, width)
            length = sum(map(len, line))
        if self.drop_whitespace and line and not line[-1].strip():
            length -= len(line.pop())
        return line, length

    def _is_rest_blank(self, chunks):
        return not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())

    def _truncate(self, lines, line, length, indent, width):
        """End the text with the placeholder: behind a word of this line, or else on the line before."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        """The lines of a paragraph as one text."""
        return '\n'.join(self.wrap(text))

    def wrap(self, text):
        """The lines of a paragraph."""
        pieces = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(pieces)
        return self._wrap_chunks(pieces)


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph. The arguments are those of TextWrapper."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The lines of a paragraph as one text. The arguments are those of TextWrapper."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """A text on a single line, its white space made blanks. What doesn't fit gives way to a placeholder.

    >>> shorten("Hello  world!", width=12)
    'Hello world!'
    >>> shorten("Hello  world!", width=11)
    'Hello [...]'
    """
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.split()))


_blank_line = re.compile('^[ \t]+$', re.MULTILINE)
_leading_blanks = re.compile('(^[ \t]*)(?:[^ \t\n])', re.MULTILINE)


def _common_prefix(a, b):
    for i, (x, y) in enumerate(zip(a, b)):
        if x != y:
            return a[:i]
    return min(a, b, key=len)


def dedent(text):
    """Take off what white space all lines begin with. Blank lines become empty.

    Tabs and blanks are not the same.
    """
    text = _blank_line.sub('', text)
    margin = None
    for blanks in _leading_blanks.findall(text):
        margin = blanks if margin is None else _common_prefix(margin, blanks)
    return re.sub('(?m)^' + margin, '', text) if margin else text


def indent(text, prefix, predicate=None):
    """Put a prefix before the lines for which the predicate holds: by default those that are not blank."""
    if predicate is None:
        predicate = str.strip
    return ''.join(prefix + line if predicate(line) else line for line in text.splitlines(True))
