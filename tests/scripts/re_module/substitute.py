# sub and subn: templates, functions, counts, empty matches.
import re

print(re.sub('a', 'b', 'banana'), re.sub('a', 'b', 'banana', count=2), re.subn('a', '', 'banana'))
print(re.sub('x*', '-', 'abxd'), re.sub(r'\b', '|', 'one two'), re.sub('', '.', 'ab'))
print(re.sub(r'(\w)(\w)', r'\2\1', 'abcd'), re.sub('(?P<x>a)', r'[\g<x>\g<1>\g<0>]', 'banana'))
print(re.sub('(a)|b', r'<\1>', 'abc'), re.sub('a', r'\n\t\\', 'xax').encode(), re.sub('.', r'\101\0', 'x').encode())
print(re.sub(r'\d+', lambda m: str(int(m.group()) * 2), '1 and 20'), re.sub('a', lambda m: None or '', 'banana'))
print(re.sub(b'a', b'\\g<0>x', b'ban'), re.sub('é', 'e', 'café'), re.sub('e', 'é', 'tea'))
print(re.subn('z', 'y', 'abc'), re.compile('a').subn('b', 'aaa', 2), re.sub('a', '-', 'aaa', count=-1))
text = 'unchanged'
print(re.sub('z', 'y', text) is text)
for repl in [r'\2', r'\g<2>', r'\g<x>', r'\g<', r'\g<>', r'\g<1', r'\gx', r'\q', '\\', r'\g<a-b>', r'\777', r'\g<-1>']:
    try:
        print(re.sub('(a)', repl, 'a'))
    except Exception as e:
        print(repr(repl), type(e).__name__, e)
for repl, string in [(b'x', 'aba'), ('x', b'aba'), (5, 'aba'), (lambda m: 5, 'aba'), (lambda m: b'', 'bab')]:
    try:
        print(re.sub('a', repl, string))
    except Exception as e:
        print(type(e).__name__, e)
