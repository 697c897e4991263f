# The methods of the tower: which are abstract, and how each is called.
import inspect
import numbers
import traceback


def named(method):
    return method.__name__, method.__qualname__, method.__module__, method.__code__.co_name


for cls in numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral:
    print(cls, sorted(cls.__abstractmethods__))
    for name, member in sorted(vars(cls).items()):
        if isinstance(member, property):
            print('   ', name, member.__isabstractmethod__, *named(member.fget))
        elif inspect.isfunction(member):
            print('   ', name, inspect.signature(member), getattr(member, '__isabstractmethod__', False), *named(member))


class Nothing(numbers.Integral):
    """Leaves all to the abstract methods."""


Nothing.__abstractmethods__ = frozenset()
nothing = Nothing()
for operation in (
    lambda: nothing + 1, lambda: 1 - nothing, lambda: nothing**2, lambda: 2**nothing, lambda: pow(nothing, 2, 3),
    lambda: nothing & 1, lambda: nothing % 2, lambda: nothing < 2, lambda: nothing.real, lambda: nothing.conjugate(),
    lambda: int(nothing), lambda: float(nothing), lambda: complex(nothing), lambda: round(nothing),
    lambda: nothing.numerator, lambda: bool(nothing), lambda: divmod(nothing, 1), lambda: ~nothing,
):
    try:
        print(operation())
    except NotImplementedError as error:
        print(repr(error), [frame.name for frame in traceback.extract_tb(error.__traceback__)][1:])
print(nothing.imag, nothing.denominator)
try:
    nothing.conjugate(1)
except TypeError as error:
    print(error)
