# Counters are multisets.
import copy
import pickle
from collections import Counter

a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=1)
print(a + b, a - b, a & b, a | b, +Counter(a=-1, b=1), -Counter(a=-1, b=1))
print(a <= b, Counter(a=1) <= a, Counter(a=1) < a, a >= Counter(b=1), a > a, a == Counter(a=3, b=1, z=0), a != b)
c = Counter(a=3, b=1)
c += b
print(c)
c -= Counter(a=1, c=5)
print(c)
c |= Counter(z=4)
c &= Counter(a=2, z=9)
print(c, type(c).__name__, pickle.loads(pickle.dumps(c)), copy.copy(c), c.copy() == c)
