# What groups hold after loops and alternatives, and what refers to them.
import re

print(re.match('(?:(a)|(b))*', 'ab').groups(), re.match('(a|b)*', 'abab').groups(), re.match('(?:(a)|b)*?$', 'ab').groups())
print(re.match('(a*)*', 'aa').regs, re.match('(a*)+', 'aa').regs, re.match('(a|)+?b', 'ab').regs)
print(re.match(r'(.)(.)\2\1', 'abba'), re.match(r'(a)?b\1', 'b'), re.match(r'(?P<q>[\'"]).*?(?P=q)', '"it\'s" x'))
print(re.match('(a)?(?(1)b|c)', 'ab'), re.match('(a)?(?(1)b|c)', 'c'), re.match('(a)?(?(1)b|c)', 'ac'), re.match('(?P<x>a)?b(?(x)c)', 'b'))
print(re.match('(?i)(a)\\1', 'aA'), re.match('(a(b)?)+', 'aba').groups(), re.match('(?=(a+))a', 'aab').groups())
print(re.match('(?!(a)b)a', 'ac').groups(), re.match('(?:(?=(b))?a?)*', 'ab').groups())
pattern = re.compile('(?P<year>\\d+)-(?P<month>\\d+)(x)?')
print(pattern.groups, pattern.groupindex, dict(pattern.groupindex), list(pattern.groupindex))
try:
    pattern.groupindex['day'] = 3
except TypeError as e:
    print(type(e).__name__, e)
print(re.match('(?:(?P<a>x)|(?P<b>y))+', 'xy').groupdict(), re.match('(?:(?P<a>x)|(?P<b>y))+', 'xy').lastgroup)
