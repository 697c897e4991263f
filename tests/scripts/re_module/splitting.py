# split: at matches, with what groups matched, at empty matches too.
import re

print(re.split(',', 'a,b,,c'), re.split('(,)', 'a,b'), re.split('(,)|(;)', 'a,b;c'))
print(re.split(r'\s*', 'a b  c'), re.split(r'\b', 'one two'), re.split('x*', 'axbc'), re.split('(x*)', 'axbc'))
print(re.split(',', 'a,b,c', maxsplit=1), re.split(',', 'a,b,c', maxsplit=-1), re.split(',', ''), re.split('', ''))
print(re.split(b'[,;]', b'a,b;c'), re.compile('-').split('a-b-c', 1))
