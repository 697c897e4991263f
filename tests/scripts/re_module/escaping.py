# escape puts a backslash before all that means something.
import re

text = ''.join(map(chr, range(128))) + 'é'
print(re.escape(text).encode())
print(re.match(re.escape(text), text).group() == text, re.escape(b'a.b*\xff'), re.escape(''))
print(re.findall(re.escape('a+b'), 'a+b aab'))
