# What counts as the same key, and how big dictionaries behave.
class Key:
    def __init__(self, name, hash_value):
        self.name, self.hash_value = name, hash_value

    def __hash__(self):
        return self.hash_value

    def __eq__(self, other):
        print(f'compare {self.name} with {other.name}')
        return self.name == other.name

    def __repr__(self):
        return self.name


a, a2, b = Key('a', 1), Key('a', 1), Key('b', 1)
d = {a: 'first'}
d[a] = 'the same object: no comparison'
d[a2] = 'equal: compared'
d[b] = 'same hash, another key'
print(d, list(d)[0] is a, d[a2])
print(Key('c', 2) in d)


class Raising:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError('in __eq__')


try:
    {Raising(): 1}[Raising()]
except ValueError as error:
    print(error)
big = {i: str(i) for i in range(5000)}
for i in range(0, 5000, 2):
    del big[i]
print(len(big), list(big)[:3], big[4999], 2 in big)
for i in range(0, 100, 2):
    big[i] = 'again'
print(len(big), list(big)[-1], sum(big) % 1000)
print(
    {0: 'a', -0.0: 'b', False: 'c'},
    {2**64: 1}[float(2**64)],
    {'1': 's', 1: 'i'},
)
mixed = {'a': 1, 2: 'two', (3, 4): [5], None: None, 2.5: 'float', frozenset([1]): 'set'}
print(mixed[3, 4], mixed[None], mixed[frozenset([1])], len(mixed))
