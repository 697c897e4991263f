# Positions count characters, also beyond ASCII and with lone surrogates.
import re

text = 'äöü 𝒳𝒴 a\ud800b'
for m in re.finditer(r'\S+', text):
    print(m.span(), ascii(m.group()))
print(re.search('𝒴', text).span(), re.compile('.').match(text, 5).span(), re.compile(r'\w+').search(text, 3, 5).span())
print(ascii(re.sub('[^a-z ]', '?', text)), ascii(re.split(' ', text)), re.search('$', text).span())
long = 'é' * 1000 + 'x' + 'é' * 1000
print(re.search('x', long).span(), [m.start() for m in re.finditer('x|$', long)], re.compile('x').search(long, 1001))
data = bytearray(b'abc')
m = re.search(b'b', data)
print(m.group(), m.string, re.sub(b'b', b'x', data), m.re)


class Text(str):
    pass


m = re.match('(a)b', Text('abc'))
print(type(m.group()), type(m.string), type(re.sub('z', '', Text('abc'))))
for pattern, string in [('a', b'a'), (b'a', 'a')]:
    try:
        re.match(pattern, string)
    except TypeError as e:
        print(type(e).__name__, e)
