# re.Scanner: phrases and what to do with them.
import re

scanner = re.Scanner([
    (r'[a-zA-Z_]\w*', lambda s, token: ('name', token)),
    (r'\d+\.\d*', lambda s, token: float(token)),
    (r'\d+', lambda s, token: int(token)),
    (r'=|\+|-|\*|/', lambda s, token: ('op', token, s.match.start())),
    (r'\s+', None),
])
print(scanner.scan('sum = 3*foo + 312.50+bar'))
print(scanner.scan('a ? b'))

# The usual tokenizer.
tokens = [('NUMBER', r'\d+(?:\.\d*)?'), ('NAME', r'[A-Za-z]+'), ('OP', r'[-+*/=]'), ('SKIP', r'[ \t]+'), ('OTHER', r'.')]
for m in re.finditer('|'.join('(?P<%s>%s)' % pair for pair in tokens), 'x = 3.5 * y?'):
    print(m.lastgroup, repr(m.group()), m.span())
