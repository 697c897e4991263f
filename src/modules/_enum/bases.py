"""What an enumeration takes from its bases: the type of its members' data, how they are made, how values show."""

__name__ = 'enum'

from _enum.members import ROOTS


def mixed_in(name, bases, metaclass):
    """The data type of the members, object if there is none, and the base that is an enumeration."""
    if not bases:
        return object, ROOTS.get('Enum')
    if not isinstance(bases[-1], metaclass):
        raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
    found = {data_type(base, metaclass) for base in bases} - {None}
    if len(found) > 1:
        raise TypeError(f'too many data types for {name!r}: {found!r}')
    return (*found, object)[0], bases[-1]


def data_type(base, metaclass):
    """The class that a base, or what it derives from, brings the members' data by; None if they bring none."""
    nearest = None
    for cls in base.__mro__[:-1]:
        if isinstance(cls, metaclass):
            if cls._member_type_ is not object:
                return cls._member_type_
            continue
        nearest = nearest or cls
        if not vars(cls).keys().isdisjoint({'__new__', '__dataclass_fields__'}):
            return nearest
    return None


def data_repr(bases, metaclass):
    """The function that shows a value in a member's repr; None if it is the value's own."""
    for base in bases:
        for cls in base.__mro__[:-1]:
            if isinstance(cls, metaclass):
                return cls._value_repr_
            contents = vars(cls)
            if '__repr__' in contents:
                generated = '__dataclass_fields__' in contents and contents['__dataclass_params__'].repr
                return dataclass_repr if generated else contents['__repr__']
    return None


def dataclass_repr(self):
    """The fields of a data class as its repr shows them, without the class."""
    shown = (field.name for field in self.__dataclass_fields__.values() if field.repr)
    return ', '.join(f'{name}={getattr(self, name)!r}' for name in shown)


def maker(body, member_type, first_enum):
    """The __new__ that makes the members, and whether it is to be given their values."""
    lookup = (Enum := ROOTS.get('Enum')) and Enum.__new__
    new = body.get('__new__')
    if new is None:
        ignored = (None, lookup, object.__new__)
        new = object.__new__
        for attribute in ('__new_member__', '__new__'):
            for cls in (member_type, first_enum):
                found = getattr(cls, attribute, None)
                if found not in ignored:
                    return found, first_enum is not None
    return new, first_enum is not None and new not in (lookup, object.__new__)
