# Indexing, slicing, comparison and concatenation.
s = 'Python'
print(s[0], s[-1], s[1:4], s[:2], s[-2:], s[::2], s[::-1], s[10:], s[-100:2], s[4:1], s[4:1:-1], s[:], len(s))
print(
    s + '!',
    'ab' * 3,
    3 * 'ab',
    'ab' * 0,
    'ab' * -1,
    'abc',
    'a' < 'b',
    'a' < 'B',
    'abc' < 'abd',
    '' < 'a',
    'Z' < 'a' <= 'a',
)
print(
    [c for c in 'añ€🐍'],
    len('añ€🐍'),
    'añ€🐍'[2],
    'añ€🐍'[::-1],
    'añ€🐍'[1:3],
    ord('🐍'),
    chr(0x1F40D),
    'é' == 'e\u0301',
    max('hello'),
    sorted('hello'),
)
print(
    'a' in 'cat',
    'ct' in 'cat',
    'x' not in 'cat',
    list('ab'),
    tuple('ab'),
    dict.fromkeys('aba', 0),
    ''.join(reversed('abc')),
    *'xyz',
)
text = 'x'
text += 'y'
text *= 2
print(
    text,
    hash('abc') == hash('ab' + 'c'),
    str(),
    str(5),
    str(None),
    str(b'x'),
    str(b'caf\xc3\xa9', 'utf-8'),
    str(object=1.5),
)
for i in range(-8, 8, 5):
    print(i, s[i:] or 'empty', s[:i] or 'empty', s[i::-2])
for action in (
    lambda: s[6],
    lambda: s[-7],
    lambda: s['a'],
    lambda: s[1.0],
    lambda: s[::0],
    lambda: s[None],
    lambda: s + 1,
    lambda: 1 + s,
    lambda: s * 'a',
    lambda: s * 1.5,
    lambda: s < 1,
    lambda: -s,
    lambda: str(b'\xff', 'ascii'),
    lambda: str(1, 'utf-8'),
    lambda: ord('ab'),
    lambda: chr(0x110000),
    lambda: s - 'x',
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    s[0] = 'J'
except TypeError as error:
    print(error)
try:
    del s[0]
except TypeError as error:
    print(error)
