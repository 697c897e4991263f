# Methods of str: case, search, tests.
s = 'Hello, World'
print(
    s.upper(),
    s.lower(),
    s.swapcase(),
    s.title(),
    s.capitalize(),
    'ß'.upper(),
    'STRASSE'.casefold(),
    'ǆ'.title(),
    'İ'.lower() == 'i̇',
)
print(
    s.find('o'),
    s.rfind('o'),
    s.find('z'),
    s.index('W'),
    s.count('l'),
    s.find('o', 5),
    s.find('o', 5, 8),
    s.count(''),
    ''.find(''),
    s.rindex('l'),
)
print(
    s.startswith('He'),
    s.endswith(('x', 'ld')),
    s.startswith('W', 7),
    s.startswith(''),
    'lo' in s,
    '' in s,
    s.endswith('Hello', 0, 5),
)
print(
    'abc'.isalpha(),
    'ab1'.isalnum(),
    '123'.isdigit(),
    '½'.isnumeric(),
    '²'.isdigit(),
    '²'.isdecimal(),
    ' \t'.isspace(),
    'Ab'.istitle(),
    'AB'.isupper(),
    'a1'.islower(),
    ''.isalpha(),
    'a b'.isidentifier(),
    'if'.isidentifier(),
    'é'.isascii(),
    '\n'.isprintable(),
)
print(
    'a,b,,c'.split(','),
    ' a  b '.split(),
    'a,b,c'.split(',', 1),
    'a,b,c'.rsplit(',', 1),
    ''.split(),
    ''.split(','),
    'a b c'.split(None, 1),
    ' a b '.rsplit(None, 1),
)
print(
    'a\nb\r\nc\x0bd'.splitlines(),
    'a\n\nb\n'.splitlines(True),
    'k=v=w'.partition('='),
    'k=v=w'.rpartition('='),
    'none'.partition('='),
)
print('-'.join(['a', 'b']), ''.join('abc'), ', '.join(()), '-'.join({'k': 1}))
print(
    '  x '.strip(),
    '  x '.lstrip() + '|',
    ' x '.rstrip() + '|',
    'xxaxx'.strip('x'),
    'abcabc'.lstrip('ba'),
    'file.txt'.removesuffix('.txt'),
    'prefix'.removeprefix('pre'),
)
print(
    'aXbX'.replace('X', '--'),
    'aaa'.replace('a', 'b', 2),
    'abc'.replace('', '.'),
    'x'.replace('x', ''),
    'é'.replace('é', 'e'),
)
print(
    'x'.center(5) + '|',
    'x'.ljust(3, '.'),
    'x'.rjust(3, '.'),
    '42'.zfill(5),
    '-42'.zfill(5),
    'a\tb'.expandtabs(4),
    'ab'.center(5, '*'),
)
print(
    'abc'.translate({97: 'A', 98: None}),
    'abc'.translate(str.maketrans('ab', 'xy', 'c')),
    str.maketrans({'a': 1}),
)
for action in (
    lambda: 'a'.index('b'),
    lambda: 'a'.split(''),
    lambda: 'a'.join(['b', 1]),
    lambda: 'a'.center(5, 'xx'),
    lambda: 'x'.startswith(1),
    lambda: 'a'.strip(1),
    lambda: 'a'.replace(1, 2),
    lambda: 'abc'.partition(''),
    lambda: 'a'.find(1),
    lambda: 'a'.count(),
    lambda: 1 in 'abc',
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
