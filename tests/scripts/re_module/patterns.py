# Pattern objects: their repr, equality, hash, pickles, attributes.
import copy
import pickle
import re

p = re.compile('(?P<x>a)+')
print(p, p.pattern, p.flags, p.groups, type(p), re.Pattern is type(p))
print(re.compile('a', re.I), re.compile(b'a', re.I | re.M | re.S | re.X), re.compile('a', re.A), re.compile('(?im)a'), re.compile(b'(?L)a'))
print(re.compile("it's"), re.compile('"\''), re.compile('x' * 300))
print(p == re.compile('(?P<x>a)+'), p is re.compile('(?P<x>a)+'), re.compile('a') == re.compile(b'a'), re.compile('a') == re.compile('a', re.I), p != 5)
re.purge()
q = re.compile('(?P<x>a)+')
print(p is q, p == q, hash(p) == hash(q))
print(re.compile(p) is p, copy.copy(p) is p, copy.deepcopy(p) is p)
for protocol in range(6):
    print(pickle.loads(pickle.dumps(p, protocol)) == p)
print(re.Pattern[str], re.Match[bytes])
for function in [lambda: re.Pattern(), lambda: p < q, lambda: setattr(p, 'flags', 0), lambda: p.nothing]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
