# Endless recursion through special methods, repr, comparison, properties.
class Endless:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __len__(self):
        return len(self)

    def __getattr__(self, name):
        return getattr(self, name + 'x')

    def __call__(self):
        return self()

    def __iter__(self):
        return iter(self)

    def __add__(self, other):
        return self + other

    def __bool__(self):
        return not self

    def __hash__(self):
        return hash(self)

    def __getitem__(self, key):
        return self[key]

    def __contains__(self, item):
        return item in self

    @property
    def prop(self):
        return self.prop


e = Endless()
for name, action in (
    ('repr', lambda: repr(e)),
    ('eq', lambda: e == 1),
    ('len', lambda: len(e)),
    ('call', lambda: e()),
    ('iter', lambda: list(e)),
    ('add', lambda: e + 1),
    ('bool', lambda: not e),
    ('hash', lambda: hash(e)),
    ('getitem', lambda: e[0]),
    ('contains', lambda: 1 in e),
):
    try:
        action()
        print(name, 'ended')
    except RecursionError as error:
        print(name, type(error).__name__)
for name in 'prop', 'missing':
    try:
        getattr(e, name)
    except RecursionError:
        print(name, 'RecursionError')
print('alive')
