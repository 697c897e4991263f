# count, maxsplit and flags by position are deprecated.
import re
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(re.sub('a', 'b', 'aaa', 1), re.subn('A', 'b', 'aaa', 0, re.I), re.split(',', 'a,b,c', 1))
    re.compile('[[a]')
    re.compile('[+--a]|[a&&b]|[a~~b]|[a||b]')
for w in caught:
    print(w.category.__name__, w.message, w.lineno)
for function in [lambda: re.sub('a', 'b', 'a', 1, count=1), lambda: re.split('a', 'b', 1, 2, 3), lambda: re.sub('a', 'b', 'c', 1, 2, flags=3)]:
    try:
        function()
    except TypeError as e:
        print(e)
