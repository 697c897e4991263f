# Counter counts.
from collections import Counter

c = Counter('abracadabra')
print(c, c['a'], c['z'], c.most_common(2), c.most_common()[-1], c.total(), sorted(c.elements())[:6])
c.update('aaa')
c.subtract({'a': 1, 'z': 2})
print(c, len(c), Counter(a=3, b=-1), Counter({'x': 2}), Counter())
del c['nothing']
del c['z']
print('z' in c, Counter(a='x', b=2))
for call in (lambda: Counter.fromkeys('ab'), lambda: Counter(1), lambda: Counter(1, 2), lambda: Counter(a=1) + 1):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
