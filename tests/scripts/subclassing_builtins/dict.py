# Subclasses of dict; the builtin methods don't call the overridden ones.
class Lower(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())


d = Lower()
d['ABC'] = 1
print(d, d['Abc'], d.get('ABC'), 'ABC' in d)
d.update(DEF=2)
print(d)
print(Lower(XYZ=3), Lower({'A': 1}))
try:
    d['missing']
except KeyError as error:
    print(error)


class Counter(dict):
    def __missing__(self, key):
        return 0


c = Counter()
for letter in 'mississippi':
    c[letter] += 1
print(c, sorted(c.items()), c['q'], len(c))
print(type(c.copy()).__name__, type(c | {}).__name__, c == dict(c), isinstance(c, dict))


class Ordered(dict):
    def __iter__(self):
        return iter(sorted(super().__iter__()))

    def keys(self):
        return sorted(super().keys())


o = Ordered(b=1, a=2)
print(list(o), list(o.keys()), list(o.items()), {**o}, dict(o))


def keywords(**arguments):
    return type(arguments).__name__, arguments


print(keywords(**o))
d.attribute = 1
print(d.__dict__, d)
