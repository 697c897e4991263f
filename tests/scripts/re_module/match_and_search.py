# match looks at the start, search anywhere, fullmatch at the whole.
import re

for text in ['abc', 'xabc', 'abcx', '']:
    for function in (re.match, re.search, re.fullmatch):
        print(repr(text), function.__name__, function('abc', text))

word = re.compile(r'\w+')
text = 'one two three'
print(word.match(text, 4), word.match(text, 3))
print(word.search(text, 7, 10), word.fullmatch(text, 4, 7), word.fullmatch(text, 4, 6))
print(word.search(text, -5, 2), word.search(text, 50), word.search(text, 5, 2))
# `^` is the beginning of the text, wherever the search starts; `$` is where it ends.
print(re.compile('^t').search(text, 4), re.compile('o$').search(text, 0, 7), re.compile('(?<=e )t').search(text, 4))
for wrong in [5, None, ['a']]:
    try:
        re.match('a', wrong)
    except TypeError as e:
        print(type(e).__name__, e)
try:
    word.match(text, 'x')
except TypeError as e:
    print(type(e).__name__, e)
