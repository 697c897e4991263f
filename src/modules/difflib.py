"""Comparing sequences: how alike they are, and what makes one of the other, written down in several ways."""

from collections import namedtuple
from heapq import nlargest

__all__ = [
    'get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
    'context_diff', 'unified_diff', 'diff_bytes', 'Match',
]

Match = namedtuple('Match', 'a b size')


# What became of a stretch of both sequences, by whether it has elements of the first, and of the second.
_CHANGES = {(True, True): 'replace', (True, False): 'delete', (False, True): 'insert'}


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """SequenceMatcher is a flexible class for comparing pairs of sequences of
    any type, so long as the sequence elements are hashable.

    It finds the longest block that both have, leaving out what is junk, and
    then does the same on both sides of it. That is not always the smallest
    difference, but one that looks right to people.
    """

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        """Construct a SequenceMatcher.

        isjunk: says of an element whether it is not to begin a match.
        autojunk: elements that are very frequent in a long `b` count as junk.
        """
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Set both sequences."""
        self.set_seq1(a)
        self.set_seq2(b)

    def _forget(self):
        """Drop what was found out about the sequences so far."""
        self.matching_blocks = self.opcodes = None

    def set_seq1(self, a):
        """Set the first sequence; the second stays."""
        if self.a is not a:
            self.a = a
            self._forget()

    def set_seq2(self, b):
        """Set the second sequence: the one that is prepared, so let it be the one that stays."""
        if self.b is not b:
            self.b = b
            self.fullbcount = None
            self._forget()
            self._note_places()

    def _note_places(self):
        """Note where in the second sequence an element is, leaving out junk and what is too frequent."""
        self.b2j = places = {}
        for j, item in enumerate(self.b):
            places.setdefault(item, []).append(j)
        self.bjunk = set(filter(self.isjunk, places)) if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        size = len(self.b)
        if self.autojunk and size >= 200:
            self.bpopular.update(item for item, where in places.items() if len(where) > size // 100 + 1)
        for item in self.bpopular:
            del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """Find longest matching block in a[alo:ahi] and b[blo:bhi].

        Of several the one that begins first in a, and of those first in b.
        """
        a, b, places, isjunk = self.a, self.b, self.b2j, self.bjunk.__contains__
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_i, best_j, best_size = alo, blo, 0
        ends = {}  # length of the match that ends at this place of b and the last place of a
        for i in range(alo, ahi):
            now = {}
            for j in places.get(a[i], ()):
                if blo <= j < bhi:
                    size = now[j] = ends.get(j - 1, 0) + 1
                    if size > best_size:
                        best_i, best_j, best_size = i - size + 1, j - size + 1, size
            ends = now
        # First grow over what is not junk (only too frequent), then over junk.
        for junk in False, True:
            while (
                best_i > alo and best_j > blo
                and isjunk(b[best_j - 1]) == junk and a[best_i - 1] == b[best_j - 1]
            ):
                best_i, best_j, best_size = best_i - 1, best_j - 1, best_size + 1
            while (
                best_i + best_size < ahi and best_j + best_size < bhi
                and isjunk(b[best_j + best_size]) == junk and a[best_i + best_size] == b[best_j + best_size]
            ):
                best_size += 1
        return Match(best_i, best_j, best_size)

    def get_matching_blocks(self):
        """All that matches, as a list of (i, j, n) with a[i:i+n] == b[j:j+n], adjoining ones made one.

        At the end stands (len(a), len(b), 0).
        """
        if self.matching_blocks is None:
            self.matching_blocks = self._joined_blocks()
        return self.matching_blocks

    def _joined_blocks(self):
        ends = len(self.a), len(self.b)
        found = []
        todo = [(0, ends[0], 0, ends[1])]
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            match = i, j, size = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                before, behind = (alo, i, blo, j), (i + size, ahi, j + size, bhi)
                todo += [rest for rest in (before, behind) if rest[0] < rest[1] and rest[2] < rest[3]]
        blocks = []
        for i, j, size in sorted(found):
            if blocks:
                last = blocks[-1]
                if (last.a + last.size, last.b + last.size) == (i, j):
                    i, j, size = last.a, last.b, last.size + size
                    blocks.pop()
            blocks.append(Match(i, j, size))
        return [*blocks, Match(*ends, 0)]

    def get_opcodes(self):
        """How to turn a into b: a list of (tag, i1, i2, j1, j2), the tag being 'replace', 'delete', 'insert' or
        'equal', for a[i1:i2] and b[j1:j2].
        """
        if self.opcodes is None:
            self.opcodes = [*self._steps()]
        return self.opcodes

    def _steps(self):
        i = j = 0
        for match_i, match_j, size in self.get_matching_blocks():
            change = _CHANGES.get((i < match_i, j < match_j))
            if change:
                yield change, i, match_i, j, match_j
            i, j = match_i + size, match_j + size
            if size:
                yield 'equal', match_i, i, match_j, j

    def get_grouped_opcodes(self, n=3):
        """The changes in groups - lists of opcodes - that lie apart, each with at most n equal elements around it."""
        group = []
        changed = False
        for code in self.get_opcodes():
            if code[0] != 'equal':
                group.append(code)
                changed = True
                continue
            if changed and code[2] - code[1] > 2 * n:
                yield [*group, _shortened(code, end=n)]
                group, changed = [], False
            # Equal elements begin a group, if not the changes before them are near.
            group.append(code if changed else _shortened(code, start=n))
        if changed:
            if group[-1][0] == 'equal':
                group[-1] = _shortened(group[-1], end=n)
            yield group

    def ratio(self):
        """Return a measure of the sequences' similarity (float in [0,1])."""
        matches = sum(match[2] for match in self.get_matching_blocks())
        return _ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """Return an upper bound on ratio() relatively quickly."""
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            count = left.get(item)
            if count is None:
                count = self.fullbcount.get(item, 0)
            left[item] = count - 1
            if count > 0:
                matches += 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """Return an upper bound on ratio() very quickly."""
        la, lb = len(self.a), len(self.b)
        return _ratio(min(la, lb), la + lb)

    __class_getitem__ = classmethod(type(list[int]))


def _shortened(code, start=None, end=None):
    """An 'equal' opcode for so many elements only: of those at the start of a group, or at its end."""
    tag, i1, i2, j1, j2 = code
    if start is not None:
        return tag, max(i1, i2 - start), i2, max(j1, j2 - start), j2
    return tag, i1, min(i2, i1 + end), j1, min(j2, j1 + end)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """Use SequenceMatcher to return list of the best "good enough" matches.

    word is a sequence for which close matches are desired (typically a
    string). possibilities is a list of sequences against which to match
    word. At most n matches that score at least cutoff, the best first.
    """
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    scored = []
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if (
            matcher.real_quick_ratio() >= cutoff
            and matcher.quick_ratio() >= cutoff
            and matcher.ratio() >= cutoff
        ):
            scored.append((matcher.ratio(), candidate))
    return [candidate for score, candidate in nlargest(n, scored)]


class Differ:
    r"""
    Differ is a class for comparing sequences of lines of text, and
    producing human-readable differences or deltas.

    Each line of a delta begins with a two-letter code:

        '- '    line unique to sequence 1
        '+ '    line unique to sequence 2
        '  '    line common to both sequences
        '? '    line not present in either input sequence
    """

    def __init__(self, linejunk=None, charjunk=None):
        """Construct a text differencer, with optional filters for junk lines and characters."""
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        r"""
        Compare two sequences of lines; generate the resulting delta.
        """
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._replace(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                yield from _marked('-', a, alo, ahi)
            elif tag == 'insert':
                yield from _marked('+', b, blo, bhi)
            else:
                yield from _marked(' ', a, alo, ahi)

    def _replace(self, a, alo, ahi, b, blo, bhi):
        """Lines for others: the two most alike are set beside each other, with what lies before and behind."""
        todo = [(alo, ahi, blo, bhi, None)]
        while todo:
            alo, ahi, blo, bhi, pair = todo.pop()
            if pair is not None:
                yield from self._pair(a[pair[0]], b[pair[1]])
            elif alo < ahi and blo < bhi:
                found = self._most_alike(a, alo, ahi, b, blo, bhi)
                if found is None:
                    yield from _plain_replace(a, alo, ahi, b, blo, bhi)
                else:
                    i, j = found
                    todo.append((i + 1, ahi, j + 1, bhi, None))
                    todo.append((0, 0, 0, 0, found))
                    todo.append((alo, i, blo, j, None))
            elif alo < ahi:
                yield from _marked('-', a, alo, ahi)
            elif blo < bhi:
                yield from _marked('+', b, blo, bhi)

    def _most_alike(self, a, alo, ahi, b, blo, bhi):
        """The places of the lines most alike; equal ones (they are junk) only if none are alike enough."""
        best, best_places = 0.74, None
        equal = None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if equal is None:
                        equal = i, j
                    continue
                matcher.set_seq1(a[i])
                if (
                    matcher.real_quick_ratio() > best
                    and matcher.quick_ratio() > best
                    and matcher.ratio() > best
                ):
                    best, best_places = matcher.ratio(), (i, j)
        return equal if best < 0.75 else best_places

    def _pair(self, aline, bline):
        """Two lines that are alike, with marks below what differs."""
        if aline == bline:
            yield '  ' + aline
            return
        amarks = bmarks = ''
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, aline, bline).get_opcodes():
            amark, bmark = {'replace': '^^', 'delete': '- ', 'insert': ' +', 'equal': '  '}[tag]
            amarks += amark * (i2 - i1)
            bmarks += bmark * (j2 - j1)
        for sign, line, marks in ('-', aline, amarks), ('+', bline, bmarks):
            yield f'{sign} {line}'
            marks = _below(line, marks).rstrip()
            if marks:
                yield f'? {marks}\n'


def _below(line, marks):
    """The marks, with the white space of the line where there is none: tabs keep their width."""
    return ''.join(c if m == ' ' and c.isspace() else m for c, m in zip(line, marks))


def _marked(sign, lines, low, high):
    for i in range(low, high):
        yield f'{sign} {lines[i]}'


def _plain_replace(a, alo, ahi, b, blo, bhi):
    """All of one and then all of the other, the shorter first."""
    if bhi - blo < ahi - alo:
        yield from _marked('+', b, blo, bhi)
        yield from _marked('-', a, alo, ahi)
    else:
        yield from _marked('-', a, alo, ahi)
        yield from _marked('+', b, blo, bhi)


def IS_LINE_JUNK(line, pat=None):
    r"""
    Return True for ignorable line: if `line` is blank or contains a single '#'.
    """
    if pat is None:
        return line.strip() in '#'
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    r"""
    Return True for ignorable character: iff `ch` is a space or tab.
    """
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    r"""
    Compare `a` and `b` (lists of strings); return a `Differ`-style delta.
    """
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    r"""
    Generate one of the two sequences that generated a delta.
    """
    try:
        sign = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}') from None
    for line in delta:
        if line[:2] in ('  ', sign):
            yield line[2:]


# Deltas as the command diff writes them.


def _check_types(a, b, *args):
    """Lines must be str, as the names and dates are."""
    for lines in a, b:
        if lines and not isinstance(lines[0], str):
            raise TypeError(f'lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})')
    if isinstance(a, str):
        raise TypeError('input must be a sequence of strings, not str')
    if isinstance(b, str):
        raise TypeError('input must be a sequence of strings, not str')
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError(f'all arguments must be str, not: {arg!r}')


def _headers(signs, files, dates, lineterm):
    for sign, file, date in zip(signs, files, dates):
        yield f'{sign} {file}{chr(9) + date if date else ""}{lineterm}'


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return str(start + 1)
    # An empty range begins at the line before.
    return f'{start + 1 if length else start},{length}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    r"""
    Compare two sequences of lines; generate the delta as a unified diff.
    """
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    header = _headers(('---', '+++'), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        yield from header  # Before the first group: then it is used up.
        first, last = group[0], group[-1]
        yield f'@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
                continue
            if tag in ('replace', 'delete'):
                yield from ('-' + line for line in a[i1:i2])
            if tag in ('replace', 'insert'):
                yield from ('+' + line for line in b[j1:j2])


def _context_range(start, stop):
    length = stop - start
    beginning = start + 1 if length else start
    return str(beginning) if length <= 1 else f'{beginning},{beginning + length - 1}'


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    r"""
    Compare two sequences of lines; generate the delta as a context diff.
    """
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    signs = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}
    header = _headers(('***', '---'), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        yield from header  # Before the first group: then it is used up.
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        yield f'*** {_context_range(first[1], last[2])} ****{lineterm}'
        if any(tag in ('replace', 'delete') for tag, *_ in group):
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    yield from (signs[tag] + line for line in a[i1:i2])
        yield f'--- {_context_range(first[3], last[4])} ----{lineterm}'
        if any(tag in ('replace', 'insert') for tag, *_ in group):
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    yield from (signs[tag] + line for line in b[j1:j2])


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    r"""
    Compare `a` and `b`, two sequences of lines represented as bytes rather
    than str, with a function such as unified_diff.
    """

    def decode(s):
        try:
            return s.decode('ascii', 'surrogateescape')
        except AttributeError as error:
            raise TypeError(f'all arguments must be bytes, not {type(s).__name__} ({s!r})') from error

    lines = dfunc(
        list(map(decode, a)), list(map(decode, b)), decode(fromfile), decode(tofile), decode(fromfiledate),
        decode(tofiledate), n, decode(lineterm),
    )
    for line in lines:
        yield line.encode('ascii', 'surrogateescape')
