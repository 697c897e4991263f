# What a match knows: groups, places, the pattern, the text.
import copy
import re

m = re.search(r'(?P<first>\w+) (?P<second>\w+)?(-)?', '  ab cd!')
print(m, bool(m))
print(m.group(), m.group(0), m.group(1), m.group('second'), m.group(1, 'second', 3))
print(m[0], m['first'], m[2], m[3])
print(m.groups(), m.groups('none'), m.groupdict(), m.groupdict(default=0))
print(m.start(), m.end(), m.span(), m.start('second'), m.end(2), m.span(3))
print(m.lastindex, m.lastgroup, m.pos, m.endpos, m.re, repr(m.string), m.regs)
print(copy.copy(m) is m, copy.deepcopy(m) is m)
for wrong in [4, -1, 'third', None, 1.0, []]:
    try:
        print(m.group(wrong))
    except Exception as e:
        print(type(e).__name__, e)
for function in [lambda: m.start(9), lambda: m['x'], lambda: m.span(1, 2), lambda: setattr(m, 'pos', 1), lambda: re.Match()]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


class Index:
    def __index__(self):
        return 2


print(m.group(Index()), m.group(True))
print(re.match('(a)(b)?(c)', 'ac').lastindex, re.match('((a)(b))', 'ab').lastindex, re.match('x', 'x').lastindex)
