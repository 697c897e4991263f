# Integers have no size.
a, b = 2**100, 3**70
print(a, b, a + b, a - b, b - a, a * b, sep='\n')
print(b // a, b % a, divmod(-b, a), -b // a, -b % a)
print(a & b, a | b, a ^ b, ~a, a >> 90, b << 10, -a >> 99, -b & (2**70 - 1), sep='\n')
print(a > b, a == 2**100, a < b, a == float(a), hash(a) == hash(2**100), a != a + 1)
print(a / b, b / a, float(a), int(1e30), a * 1.5, 10**30 / 10**10, 2**1000 / 2**999)
print(a.bit_length(), (-a).bit_length(), (2**64 - 1).bit_count(), pow(a, b, 10**9 + 7), pow(7, a, 1000))
n = 1
for i in range(1, 51):
    n *= i
print(n)
while n > 1:
    i += 0
    n //= 50
print(n, 10**40 - 10**40, (10**40) // (10**39), 10**18 * 10, 10**19 // 10)
print(
    str(10**50),
    int('9' * 40),
    int('-' + '1' * 30),
    repr(-(10**25)),
    '%d' % 10**22,
    f'{10**22:,}',
    f'{2**80:x}',
    hex(2**70),
    oct(-(2**65)),
    bin(2**66),
)
for action in (
    lambda: int('1' * 5000),
    lambda: float(10**400),
    lambda: 10**400 / 3,
    lambda: str(10**5000),
    lambda: [1][2**100],
    lambda: 'x' * 2**100,
    lambda: 10**400 * 1.0,
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
