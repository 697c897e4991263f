# __repr__, __str__, __format__ and __bytes__.
class Both:
    def __repr__(self):
        return 'repr!'

    def __str__(self):
        return 'str!'


class OnlyRepr:
    def __repr__(self):
        return 'only repr'


class OnlyStr:
    def __str__(self):
        return 'only str'


b = Both()
print(b, [b], f'{b} {b!r} {b!s:>8}', str(b), repr(b), '%s %r' % (b, b))
print(OnlyRepr(), str(OnlyRepr()), [OnlyRepr()])
print(OnlyStr(), repr(OnlyStr()).startswith('<__main__.OnlyStr object at 0x'))


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        return f'{self.amount:{spec or ".2f"}} euro'

    def __bytes__(self):
        return b'money'


m = Money(3.14159)
print(f'{m}', f'{m:.1f}', format(m), format(m, '8.3f'), '{:.0f}'.format(m), bytes(m))


def attempt(cls, function):
    try:
        print(function(cls()))
    except TypeError as error:
        print(error)


class Bad:
    def __repr__(self):
        return 5

    def __str__(self):
        return None

    def __format__(self, spec):
        return b'x'

    def __bytes__(self):
        return 'x'


for function in repr, str, format, bytes, print, ascii:
    attempt(Bad, function)
attempt(OnlyRepr, lambda obj: format(obj, '>10'))
attempt(object, bytes)
