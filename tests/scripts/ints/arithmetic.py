# Integer arithmetic; division and modulo round towards minus infinity.
print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 2, -7 % 2, 7 % -2, -7 % -2)
print(divmod(7, 2), divmod(-7, 2), divmod(7, -2), 7 / 2, 6 / 2, 2**10, 2**-1, (-2) ** 3, 0**0)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1000 >> 3, -1 >> 10, -5 >> 1, -5 & 0xFF, 5 & -2, -8 | 3)
print(pow(3, 4), pow(3, 4, 5), pow(3, -1, 7), pow(-3, 3, 10), pow(2, 100, 97), pow(5, 0, 1))
print(abs(-5), -(-5), +5, round(1234, -2), round(1250, -2), round(1350, -2), round(5), int(True) + True)
print(1 == 1.0, 2 > 1.5, 10**20 > 1e19, True + True, True == 1, -True, True & False, True | 2)
x = 10
x += 5
x -= 3
x *= 2
x //= 5
x **= 3
x %= 50
x <<= 2
x >>= 1
x |= 1
x &= 0xFF
x ^= 3
print(x)
for action in (
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: pow(2, -1, 4),
    lambda: pow(2, 3, 0),
    lambda: 1 << -1,
    lambda: 1 >> -1,
    lambda: 0**-1,
    lambda: pow(2.0, 3, 5),
    lambda: round(1.5, 'x'),
    lambda: divmod(1, 0),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(
    9223372036854775807 + 1,
    -9223372036854775808 - 1,
    9223372036854775807 * 2,
    -(-9223372036854775808),
    abs(-(2**63)),
)
print(
    -(2**63) // -1,
    3037000500 * 3037000500,
    2**62 + 2**62,
    (-(2**63)) * -1,
    2**63 - 1,
    -(2**63) % 10,
    1 << 63,
    1 << 64,
)
