# findall, finditer: all matches, empty ones included.
import re

print(re.findall('a', 'banana'), re.findall('(a)n', 'banana'), re.findall('(.)(n)?', 'bana'))
print(re.findall('x*', 'axxb'), re.findall(r'\b', 'one two'), re.findall('', 'ab'))
print([m.span() for m in re.finditer('a*?', 'aab')])
print([m.span() for m in re.finditer(r'\b|:+', 'a::bc')])
print([m.span() for m in re.finditer('|a', 'aab')])
pattern = re.compile('[aeiou]')
print(pattern.findall('education', 2), pattern.findall('education', 2, 6))
iterator = pattern.finditer('abe')
print(type(iterator).__name__, next(iterator), next(iterator), next(iterator, 'end'))
print(re.findall(b'\\d+', b'1 22 333'), re.findall(b'(a)|b', b'ab'))
scanner = re.compile(r'\d|(\w)').scanner('1ab!2')
print(scanner.match(), scanner.match(), scanner.search(), scanner.match(), scanner.search(), scanner.search())
print(scanner.pattern)
