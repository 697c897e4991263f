# Deep and repeated backtracking neither overflows nor forgets.
import re

print(re.match('(?:a+)+$', 'a' * 12 + 'b'), re.match('(x+x+)+y', 'x' * 10))
print(len(re.match('(?:a|b)*', 'ab' * 50000).group()), len(re.match('(?:(?:a|b)|c)*?$', 'abc' * 5000).group()))
print(re.match('((((a*)*)*)*)b', 'a' * 6), re.match('.*' * 4 + 'x', 'a' * 30))
try:
    re.compile('(' * 5000 + ')' * 5000)
except RecursionError as e:
    print(type(e).__name__)
print(re.compile('(' * 100 + 'a' + ')' * 100).match('a').groups()[99])
print(re.match('(a?){12}a{12}', 'a' * 12).span(), re.match('(?:(?=a)a)*b?', 'aaaa').span())
