# OrderedDict: the order is part of the value and can be changed.
from collections import OrderedDict

d = OrderedDict(a=1, b=2, c=3)
d.move_to_end('a')
print(d, list(d), list(reversed(d)))
d.move_to_end('c', last=False)
print(d, d.popitem(), d.popitem(last=False), d)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1})
print({'b': 2, 'a': 1} == OrderedDict(a=1, b=2), OrderedDict(a=1) != OrderedDict(a=2))
print(OrderedDict.fromkeys('ab', 0), OrderedDict(), d.setdefault('z', 9), d.pop('z'), d.pop('q', None))
for call in (
    lambda: d.move_to_end('nope'),
    lambda: d.pop('nope'),
    lambda: OrderedDict().popitem(),
    lambda: OrderedDict([1]),
    lambda: OrderedDict(1, 2),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
