# abs, divmod, pow, round, bin, oct, hex, chr, ord, hash.
print(abs(-3), abs(-2.5), abs(True), divmod(17, 5), divmod(-17, 5), divmod(5.5, 2))
print(pow(2, 10), pow(2, -1), pow(2, 5, 7), pow(base=3, exp=2), pow(2.0, 3))
print(
    round(2.5), round(-1.5), round(2.567, 2), round(1234, -2), round(5), round(2.5, None), round(number=1.5)
)
print(bin(5), oct(64), hex(255), bin(-5), chr(97), chr(8364), ord('a'), ord('€'), ord(b'a'))
print(hash(5), hash(5.0), hash(True), hash(2**61), int('5') + int(5.7), float('5'), bool([]))


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt(abs, 'a')
attempt(divmod, 1, 0)
attempt(divmod, 'a', 1)
attempt(divmod, 1.0, 0)
attempt(pow, 2, 'a')
attempt(pow, 2, 2, 0)
attempt(pow, 2, 2, 1.5)
attempt(pow, 0, -1)
attempt(round, 'a')
attempt(round, 1.5, 1.5)
attempt(bin, 1.5)
attempt(hex, 'a')
attempt(chr, -1)
attempt(chr, 1114112)
attempt(chr, 'a')
attempt(ord, 'ab')
attempt(ord, 5)
attempt(hash, [])
attempt(int, 'a')
attempt(float, 'a')
attempt(bool, 1, 2)
