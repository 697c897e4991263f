# Subclasses of str and bytes.
class Name(str):
    def __new__(cls, text, language='en'):
        self = super().__new__(cls, text.strip())
        self.language = language
        return self

    def shout(self):
        return self.upper() + '!'

    def __eq__(self, other):
        return str.__eq__(self.lower(), str(other).lower())

    __hash__ = str.__hash__


n = Name('  Ada  ', language='fr')
print(n, repr(n), len(n), n.language, n.shout(), n == 'ADA', 'ada' == n)
print(
    type(n.upper()).__name__, type(n + '').__name__, type(n[:]).__name__, type(str(n)).__name__, f'{n}', n[0]
)
print({'Ada': 1}[n], ''.join([n, n]), n in 'Ada Lovelace', isinstance(n, str), '%s' % n)
try:
    n + 1
except TypeError as error:
    print(error)
setattr(n, Name('attr'), 'set by a subclass of str')
print(n.attr, getattr(n, 'attr'))


class Show(str):
    def __str__(self):
        return 'shown as'

    def __repr__(self):
        return 'represented as'

    def __format__(self, spec):
        return 'formatted as ' + spec


s = Show('x')
print(s, [s], f'{s}', f'{s:>3}', '{}'.format(s), '%s' % s, str.__str__(s), s + 'y', type(str(s)).__name__)


class Data(bytes):
    def total(self):
        return sum(self)


d = Data(b'\x01\x02')
print(d, d.total(), d + b'x', type(d + b'').__name__, d == b'\x01\x02', d[0], type(d[:1]).__name__)
