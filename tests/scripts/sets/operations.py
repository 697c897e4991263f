# Sets and their operators (shown sorted: a set has no order).
a, b = {1, 2, 3}, {3, 4}
for name, result in (
    ('|', a | b),
    ('&', a & b),
    ('-', a - b),
    ('^', a ^ b),
    ('union', a.union([9], (8,))),
    ('intersection', a.intersection('ab', b)),
    ('difference', a.difference([1])),
    ('symmetric', a.symmetric_difference([1, 7])),
):
    print(name, sorted(result))
print(
    {1, 2} <= a,
    a < a,
    a <= a,
    a > {1},
    a.issuperset([1, 2]),
    {1}.issubset(a),
    a.isdisjoint({9}),
    {1, 2} == {2, 1},
    {1} != {1.0},
    a == frozenset(a),
)
a.add(5)
a.discard(1)
a.discard('not there')
a.update([6], {7})
a.remove(2)
print(
    sorted(a),
    len(a),
    5 in a,
    {'x'}.pop(),
    set('aab') == {'a', 'b'},
    set(),
    {1},
    frozenset(),
    frozenset({1}),
    {()},
    set([]),
    {frozenset()},
)
a &= {5, 6, 3}
a |= {10}
a -= {10}
a ^= {5, 99}
print(sorted(a), sorted(a.copy()), a.copy() is a)
a.clear()
print(
    a,
    bool(a),
    {x for x in 'a'},
    {*[1], *(1,)},
    type({}).__name__,
    type({1} | frozenset()).__name__,
    type(frozenset() | {1}).__name__,
)
print(
    hash(frozenset([1, 2])) == hash(frozenset([2, 1])),
    {frozenset([1]): 'x'}[frozenset([1])],
    {1} in [{1}],
    {1} in {frozenset([1])},
)
for action in (
    lambda: {[]},
    lambda: {1}.add([]),
    lambda: set().pop(),
    lambda: {1}.remove(5),
    lambda: {1} | [2],
    lambda: a[0],
    lambda: hash({1}),
    lambda: {1} + {2},
    lambda: set(5),
    lambda: {1} < [1],
    lambda: frozenset().add,
    lambda: {1}.union(5),
    lambda: [] in {1},
    lambda: set(1, 2),
    lambda: {{}},
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
