# Functions on ints know no limit of size.
import math

print([math.factorial(n) for n in (0, 1, 5, 20, 25, 30)])
print(math.factorial(True), len(str(math.factorial(1000))))
print([math.comb(10, k) for k in range(12)])
print(math.comb(100, 50), math.comb(10**20, 3), math.comb(0, 0))
print([math.perm(6, k) for k in range(8)], math.perm(5), math.perm(5, None))
print(math.isqrt(0), math.isqrt(99), math.isqrt(10**30), math.isqrt(10**41 - 1), math.isqrt(2**63 - 1))
print(math.gcd(), math.gcd(-12), math.gcd(12, 18), math.gcd(12, -18, 8), math.gcd(0, 0), math.gcd(2**100, 6**40))
print(math.lcm(), math.lcm(4, 6), math.lcm(0, 5), math.lcm(-4, 6, 10), math.lcm(2**70, 3**40))


class Four:
    def __index__(self):
        return 4


print(math.factorial(Four()), math.gcd(Four(), 6), math.isqrt(Four()), math.comb(Four(), 2))
