# __copy__, __deepcopy__ and __replace__ decide for their class.
import copy


class Counted:
    def __init__(self, n=0):
        self.n = n

    def __copy__(self):
        print('__copy__')
        return Counted(self.n + 1)

    def __deepcopy__(self, memo):
        print('__deepcopy__', type(memo).__name__)
        result = Counted(self.n + 10)
        result.same = copy.deepcopy([self.n], memo)
        return result

    def __replace__(self, /, **changes):
        return Counted(**changes)


c = Counted(1)
print(copy.copy(c).n, copy.deepcopy(c).n, copy.deepcopy([c, c])[1].n)
print(copy.replace(c, n=99).n)


class Single:
    def __copy__(self):
        return self

    __deepcopy__ = lambda self, memo: self


s = Single()
print(copy.copy(s) is s, copy.deepcopy([s])[0] is s)

try:
    copy.replace(5, n=1)
except TypeError as error:
    print(error)


class Meta(type):
    def __copy__(cls):
        return 'copies of classes of classes are never asked for'


class Made(metaclass=Meta):
    pass


print(copy.copy(Made) is Made)
