# Greedy, lazy and possessive repetition; atomic groups.
import re

for pattern in ['a*', 'a+', 'a?', 'a{2}', 'a{,2}', 'a{2,}', 'a{1,2}', 'a*?', 'a+?', 'a??', 'a{1,2}?', 'a*+', 'a++', 'a?+', 'a{1,2}+']:
    print(pattern, re.match(pattern, 'aaa'), re.fullmatch(pattern, 'aaa'), re.match(pattern + 'a', 'aaa'))
print(re.match('(?>a|ab)c', 'abc'), re.match('(?:a|ab)c', 'abc'), re.match('(?>a*)a', 'aaa'), re.match('(?>(a|b)+)c', 'abc').groups())
print(re.match('x{,}', 'xx'), re.match('x{a}', 'x{a}'), re.match('x{1,a}', 'x{1,a}'), re.match('x{', 'x{'), re.match('x{}', 'x{}'))
print(re.match('(?:ab){2,3}', 'abababab'), re.match('(?:ab){2,3}?', 'abababab'), re.match('(?:a|ab){2}+c', 'abac'))
print(re.match('(?:)*', 'a'), re.match('(?:a?)*?b', 'aab'), re.match('(?:a?){3}', 'aa'), re.match('(?:(?:a*)*)*b', 'aaab'))
print(re.search('.*?b', 'aab'), re.findall('<.*?>', '<a><b>'), re.findall('<.*>', '<a><b>'), re.findall('a.*+', 'abc'))
print(len(re.match('(?:ab)*', 'ab' * 20000).group()), re.match('(?:a|b)*c', 'ab' * 2000))
