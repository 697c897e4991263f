# Which operator binds more tightly, and from which side.
print(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, 10 - 5 - 2, 100 // 10 // 3, 7 % 4 * 2)
print(1 + 2 << 3, 1 | 2 ^ 3 & 4, 5 & 3 == 3, (5 & 3) == 3, not 1 == 2, not True or True, True or False and False, 1 < 2 == True)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 != 1, 1 == 1.0 == True, 1 < 2 > 1, 'a' < 'b' < 'c', 1 in [1] == True, (1 in [1]) == True)
print(1 if True else 2 if False else 3, (lambda: 1 if 0 else 2)(), not 0 if 1 else 2, 1 or 2 if 0 else 3, [1, 2][0 if 1 else 1], *[1] + [2])
print(-1 ** 0, ~5 + 1, -~5, +-+5, not not 5, 2 * -3, 5 - -5, 1 - (2 - 3), 2 ** 3 * 2, -3 // 2, -(3 // 2), 7 / 2 * 2, 7 // 2 * 2, 'a' + 'b' * 2)
x = y = z = 0
x, y = y + 1, x + 2
print(x, y, z, (x, y) == (1, 2), x is y, x is not y, not x is y, 1 not in [2], x and y or z, (x, y)[x], x if x else y, [x for x in [1, 2] if x > 1])
print(f'{1 + 1}' 'a' * 2, 5 .bit_length(), 1.5.real, (5).real, 1 .__add__(2), [1][0], {1: 2}[1], 'abc'[1:][0], (lambda x: x)(1) + 1, await_ if (await_ := 1) else 0)
