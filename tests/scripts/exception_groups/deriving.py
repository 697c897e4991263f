# `derive` says what the parts of a subclass are.
class Plain(ExceptionGroup):
    pass


class Coded(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        print('derive', exceptions)
        return Coded(self.message, exceptions, self.code)


plain = Plain('plain', [ValueError(1), TypeError(2)])
print(repr(plain.subgroup(ValueError)), repr(plain.subgroup(Exception)))
print(repr(plain.derive([OSError()])), repr(plain.derive((KeyboardInterrupt(),))))
coded = Coded('coded', [ValueError(1), Coded('inner', [TypeError(2), OSError(3)], 9)], 7)
match, rest = coded.split((ValueError, OSError))
print(repr(match), match.code, match.exceptions[1].code)
print(repr(rest), rest.code)


class NotAGroup(ExceptionGroup):
    def derive(self, exceptions):
        return 42


class Lone(ExceptionGroup):
    def derive(self, exceptions):
        return ValueError(1)


for cls in [NotAGroup, Lone]:
    try:
        cls('x', [ValueError(), TypeError()]).split(ValueError)
    except TypeError as error:
        print(error)
try:
    plain.derive(5)
except TypeError as error:
    print(error)


class NeedsInit(ExceptionGroup):
    def __init__(self, message, exceptions):
        super().__init__(message, exceptions)
        print('made', message)


group = NeedsInit('n', [ValueError(), TypeError()])
print(type(group.subgroup(ValueError)).__name__)
