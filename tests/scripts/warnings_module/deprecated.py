# The decorator deprecated warns when what it decorates is used.
import warnings


@warnings.deprecated('use new()')
def old():
    """Documented."""
    return 'old'


print(old(), old.__name__, old.__doc__, old.__deprecated__)


@warnings.deprecated('no more', category=FutureWarning, stacklevel=1)
class C:
    def __init__(self, x=0):
        self.x = x


print(C(3).x, C.__deprecated__)


class D(C):
    pass


print(D().x)


class E:
    @warnings.deprecated('method')
    def m(self):
        return 'm'

    @classmethod
    @warnings.deprecated('class method')
    def cm(cls):
        return 'cm'


print(E().m(), E.cm())


@warnings.deprecated('silent', category=None)
def silent():
    return silent.__deprecated__


print(silent())


@warnings.deprecated('takes nothing')
class Empty:
    pass


try:
    Empty(1)
except TypeError as error:
    print(error)
print(vars(warnings.deprecated('q')))
