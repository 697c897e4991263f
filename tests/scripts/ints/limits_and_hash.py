# Around the machine's word sizes, and the digits limit.
for n in 2**31 - 1, 2**31, 2**32, 2**53, 2**63 - 1, 2**63, 2**64:
    print(n, -n, n + 1, n - 1, n * n, n // 3, -n // 3, n % 7, n ^ 1, n >> 1, n << 1, hash(n), float(n))
print(hash(2**61 - 1), hash(2**61), hash(-(2**61)), hash(-1), hash(-2), hash(0))
print(
    2**53 == float(2**53),
    2**53 + 1 == float(2**53 + 1),
    2**53 + 1 > float(2**53),
    10**400 > 1e308,
    -(10**400) < float('-inf'),
)
print(sum(range(10**5)), sum([2**62, 2**62, 2**62]), max(2**70, 2**69), sorted([2**65, 1, -(2**65), 2**64]))
total = 0
for i in range(60, 70):
    total += 2**i
    total -= 2 ** (i - 1)
print(total)
product = 1
for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59):
    product *= p
print(product, product // 59, product % 61)
small = 10**30 // 10**28
print(small, small == 100, type(small), [0] * 101 and list(range(101))[small], {100: 'same key'}[small])
