# Flags are an enumeration, also as the module's names.
import re

print(re.I, re.IGNORECASE, repr(re.I | re.M), repr(re.RegexFlag(0)), re.NOFLAG, re.I.value, int(re.X), re.RegexFlag.MULTILINE is re.M)
print(list(re.RegexFlag), re.I | 1024, ~re.I, re.I in (re.I | re.S), isinstance(re.I, int), repr(re.RegexFlag(2 | 2 ** 20)))
for flags in [re.I, re.I | re.S, 2, re.A | re.X, re.NOFLAG]:
    p = re.compile('a.', flags)
    print(p, p.flags, repr(re.RegexFlag(p.flags)), p.match('A\n'))
print(re.match('a', 'A', re.I), re.findall('^a', 'a\na', flags=re.M), re.sub('a', 'b', 'Aa', flags=re.IGNORECASE), re.split('a', 'xAy', flags=re.I))
print(f'{re.I}', str(re.I | re.M), '%s' % re.A, re.I.name, (re.I | re.M).name)
print({name: getattr(re, name).value for name in ['A', 'I', 'L', 'M', 'S', 'U', 'X', 'DEBUG']})
