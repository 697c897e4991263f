# Classes are registered as virtual subclasses.
import abc


class Drawable(abc.ABC):
    pass


class Sub(Drawable):
    pass


print(issubclass(int, Drawable), isinstance(3, Drawable))
print(Drawable.register(int) is int, issubclass(int, Drawable), issubclass(bool, Drawable), isinstance(3, Drawable))
print(issubclass(str, Drawable))
Sub.register(str)
print(issubclass(str, Drawable), issubclass(str, Sub), issubclass(int, Sub), Drawable in int.__mro__)


@Drawable.register
class Decorated:
    pass


print(issubclass(Decorated, Drawable))
for call in (
    lambda: Drawable.register(3),
    lambda: Sub.register(Drawable),
    lambda: issubclass(3, Drawable),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
