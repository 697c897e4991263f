"""What the classes of `datetime` share: how they take arguments, name themselves, and show their fields."""

from operator import index

# An argument that wasn't given.
ABSENT = type('ABSENT', (), {'__slots__': (), '__repr__': lambda self: '<absent>'})()


def shown_class(value, base):
    """The name of a value's class in its repr: with the module, unless it is a subclass."""
    cls = type(value)
    return f'datetime.{base.__name__}' if cls is base else cls.__name__


def type_name(value):
    """The name of a value's class in messages."""
    cls = type(value)
    return f'datetime.{cls.__name__}' if cls.__module__ == 'datetime' else cls.__name__


def bind(function, names, required, positional, args, kwargs):
    """Arguments by their place in `names`, ABSENT those that weren't given; up to `positional` may go without name."""
    given = len(args) + len(kwargs)
    if given > len(names):
        raise TypeError(f'{function} takes at most {len(names)} arguments ({given} given)')
    if len(args) > positional:
        raise TypeError(f'{function} takes at most {positional} positional arguments ({len(args)} given)')
    values = [*args, *[ABSENT] * (len(names) - len(args))]
    for name, value in kwargs.items():
        if name not in names:
            raise TypeError(f'{function} got an unexpected keyword argument {name!r}')
        place = names.index(name)
        if place < len(args):
            raise TypeError(f'argument for {function} given by name ({name!r}) and position ({place + 1})')
        values[place] = value
    for place in range(required):
        if values[place] is ABSENT:
            if function == 'function':
                # What is there is converted before what isn't is missed.
                for value in values[:place]:
                    index(value)
            raise TypeError(f'{function} missing required argument {names[place]!r} (pos {place + 1})')
    return values


class Field:
    """A read-only attribute: what lies in the slot `_name`."""

    __slots__ = ('name', 'slot')

    def __set_name__(self, owner, name):
        self.name, self.slot = name, '_' + name

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.slot)

    def __set__(self, instance, value):
        raise AttributeError(f"attribute {self.name!r} of {type_name(instance)!r} objects is not writable")

    def __delete__(self, instance):
        self.__set__(instance, None)


def text_argument(function, value):
    if not isinstance(value, str):
        raise TypeError(f'{function} argument 1 must be str, not {type_name(value)}')
    return value
