# Counting words, wrapping lines, Caesar, Roman numbers.
TEXT = '''The quick brown fox jumps over the lazy dog. The dog sleeps;
the fox doesn't. "Why?" asks the dog.'''


def words(text):
    return ''.join(c.lower() if c.isalpha() or c == "'" else ' ' for c in text).split()


counts = {}
for word in words(TEXT):
    counts[word] = counts.get(word, 0) + 1
for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f'{word:<8}{count:>3} {"*" * count}')


def wrap(text, width):
    line = ''
    for word in text.split():
        if len(line) + len(word) + 1 > width and line:
            yield line
            line = ''
        line += (' ' if line else '') + word
    yield line


for line in wrap(TEXT, 24):
    print(f'|{line:^24}|')


def caesar(text, shift):
    def move(c):
        for first in 'aA':
            if ord(first) <= ord(c) < ord(first) + 26:
                return chr((ord(c) - ord(first) + shift) % 26 + ord(first))
        return c

    return ''.join(map(move, text))


secret = caesar('Hello, World!', 3)
print(secret, caesar(secret, -3))

NUMERALS = {
    1000: 'M',
    900: 'CM',
    500: 'D',
    400: 'CD',
    100: 'C',
    90: 'XC',
    50: 'L',
    40: 'XL',
    10: 'X',
    9: 'IX',
    5: 'V',
    4: 'IV',
    1: 'I',
}


def roman(n):
    result = ''
    for value, letters in NUMERALS.items():
        times, n = divmod(n, value)
        result += letters * times
    return result


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)])
print(
    {word[::-1] for word in words(TEXT) if len(word) == 5} == {'kciuq', 'nworb', 'spmuj'},
    max(words(TEXT), key=len),
    'dog' in TEXT,
    TEXT.count('the'),
    TEXT.title()[:20],
)
print(
    sorted(set('mississippi')),
    ''.join(sorted('mississippi')),
    [w for w in words(TEXT) if w == w[::-1]],
    sum(map(len, words(TEXT))),
)
table = [('name', 'size'), ('fox', 3.5), ('dog', 12)]
for name, size in table:
    print(f'{name:.<8}{size:.>6}')
