# singledispatchmethod is singledispatch for methods.
import functools


class Negator:
    @functools.singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError('cannot negate')

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register
    def _(self, arg: bool):
        return not arg

    @functools.singledispatchmethod
    @classmethod
    def make(cls, arg):
        return cls.__name__, 'other', arg

    @make.register
    @classmethod
    def _(cls, arg: int):
        return cls.__name__, 'int', arg


n = Negator()
print(n.neg(5), n.neg(True), Negator.make(1), Negator.make('x'))
try:
    n.neg('x')
except NotImplementedError as error:
    print(error)
try:
    n.neg()
except TypeError as error:
    print(error)
