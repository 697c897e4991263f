# Floats are IEEE doubles, printed as short as can be read back.
print(
    0.1 + 0.2,
    1 / 3,
    2 / 3,
    1e16,
    1e15,
    123456789012345678.0,
    1e-4,
    1e-5,
    0.1,
    100.0,
    1e22,
    1e23,
    5e-324,
    1.7976931348623157e308,
)
print(
    7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 2.0**0.5, (-8.0) ** 2, 4**0.5, 2.0**-1
)
print(1.0, -0.0, 0.0 == -0.0, 1.0 * -0.0, abs(-2.5), -1.5, +1.5, 1_0.5, 0.5, 5.0, 1e3, 1e-2, 0x10 * 1.0)
inf, nan = float('inf'), float('nan')
print(
    inf,
    -inf,
    nan,
    inf - inf,
    inf * 0,
    inf > 1e308,
    nan < 1,
    nan == nan,
    nan != nan,
    inf == inf,
    -inf < inf,
    1e308 * 10,
)
print(
    max(1.5, 2),
    min(nan, 1) != min(nan, 1),
    sum([0.1] * 10),
    sum([0.1] * 10) == 1.0,
    sum([1e100, 1.0, -1e100]),
    0.1 * 3,
)
print(
    round(2.5),
    round(3.5),
    round(-2.5),
    round(2.675, 2),
    round(1234.5678, -2),
    round(0.5),
    round(1.5),
    round(2.5, 0),
    round(1e300, 2),
    round(5.015, 2),
)
print(
    int(2.9),
    int(-2.9),
    3.0 == 3,
    hash(3.0) == hash(3),
    (3.7).is_integer(),
    (4.0).is_integer(),
    (0.75).as_integer_ratio(),
    (1.5).real,
    (2.5).conjugate(),
)
for action in (
    lambda: 1.0 / 0,
    lambda: 1.0 // 0,
    lambda: 1.0 % 0,
    lambda: 0.0**-1,
    lambda: 10.0**400,
    lambda: int(inf),
    lambda: int(nan),
    lambda: round(nan),
    lambda: (-8.0) ** (1 / 3),
    lambda: 1.5 & 1,
    lambda: 1.5 << 1,
    lambda: ~1.5,
    lambda: inf.as_integer_ratio(),
    lambda: 'a' + 1.5,
    lambda: list('ab')[1.0],
    lambda: range(2.0),
    lambda: 1.5 < 'x',
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
x = 1.5
x += 1
x *= 2
x -= 0.5
x /= 3
x //= 0.5
x **= 2
x %= 4
print(x)
