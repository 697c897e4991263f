"""What is done to whole enumerations: checking them, and making their members global."""

__name__ = 'enum'

import sys

from _enum.bits import bits_of, high_bit, is_single_bit
from _enum.classes import KEEP, Enum, ReprEnum, StrEnum
from _enum.flags import Flag


def _refuse_aliases(enumeration, what):
    aliases = [
        f'{name} -> {member.name}' for name, member in enumeration.__members__.items() if name != member.name
    ]
    if aliases:
        raise ValueError(f'{what} found in {enumeration!r}: {", ".join(aliases)}')


def unique(enumeration):
    """Class decorator: refuse an enumeration with two names for a value."""
    _refuse_aliases(enumeration, 'duplicate values')
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can check."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator: refuse an enumeration that doesn't pass the checks."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            _CHECKS[check](enumeration)
        return enumeration


def _check_unique(enumeration):
    _refuse_aliases(enumeration, 'aliases')


def _check_continuous(enumeration):
    values = {member.value for member in enumeration}
    if len(values) < 2:
        return
    if issubclass(enumeration, Flag):
        kind = 'flag'
        wanted = [1 << place for place in range(high_bit(min(values)) + 1, high_bit(max(values)))]
    elif issubclass(enumeration, Enum):
        kind = 'enum'
        wanted = range(min(values) + 1, max(values))
    else:
        raise Exception(f'verify: unknown type {type(enumeration)!r}')
    missing = ', '.join(str(value) for value in wanted if value not in values)
    if missing:
        raise ValueError(f'invalid {kind} {enumeration.__name__!r}: missing values {missing}'[:256])


def _check_named_flags(enumeration):
    named = [member.value for member in enumeration]
    incomplete, unnamed = [], 0
    for name, member in enumeration.__members__.items():
        if name in enumeration._member_names_ or member.value < 0:
            continue
        bits = [bit for bit in bits_of(member.value) if bit not in named]
        if bits:
            incomplete.append(name)
            unnamed |= sum(bits)
    if not incomplete:
        return
    *others, last = incomplete
    aliases = f'aliases {", ".join(others)} and {last} are' if others else f'alias {last} is'
    value = 'value' if is_single_bit(unnamed) else 'combined values of'
    raise ValueError(
        f'invalid Flag {enumeration.__name__!r}: {aliases} missing {value} {unnamed:#x}'
        ' [use enum.show_flag_values(value) for details]'
    )


_CHECKS = {UNIQUE: _check_unique, CONTINUOUS: _check_continuous, NAMED_FLAGS: _check_named_flags}


def _module_name(member):
    """The last part of the name of the member's module."""
    return type(member).__module__.rpartition('.')[2]


def global_enum_repr(self):
    """The repr of a member that is global in its module."""
    return f'{_module_name(self)}.{self._name_}'


def global_flag_repr(self):
    """The repr of flags that are global in their module."""
    module = _module_name(self)
    if self._name_ is None:
        return f'{module}.{type(self).__name__}({self._value_!r})'
    if is_single_bit(self._value_):
        return f'{module}.{self._name_}'
    # Bits that are kept without having a name are shown as a number.
    kept = self._boundary_ is KEEP
    names = self._name_.split('|')
    return '|'.join(name if kept and name[0].isdigit() else f'{module}.{name}' for name in names)


def global_str(self):
    """The text of a member that is global in its module."""
    return f'{type(self).__name__}({self._value_!r})' if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Class decorator: make the members globals of their module, and let them show themselves as such."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    """A __reduce_ex__ for members that are global in their module."""
    return self.name


def pickle_by_enum_name(self, proto):
    """A __reduce_ex__ for members whose values can't be pickled."""
    return getattr, (type(self), self._name_)


def simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Class decorator: make an enumeration of a class that isn't one."""
    def convert(cls):
        body = type(etype).__prepare__(cls.__name__, (etype,))
        for name, value in vars(cls).items():
            if name not in {'__dict__', '__weakref__', '__static_attributes__', '__firstlineno__'}:
                body[name] = value
        return type(etype)(cls.__name__, (etype,), body, boundary=boundary)

    return convert


def test_simple_enum(checked_enum, simple_enum):
    """Raise TypeError where the members of two enumerations, which ought to be the same, differ."""
    checked, simple = checked_enum.__members__, simple_enum.__members__
    if checked.keys() != simple.keys():
        differences = [f'names: {[*checked]!r} != {[*simple]!r}']
    else:
        differences = [
            f'{name}.{attribute}: {expected!r} != {found!r}'
            for name in checked
            for attribute in ('_name_', '_value_', '_sort_order_')
            if (expected := getattr(checked[name], attribute)) != (found := getattr(simple[name], attribute))
        ]
    if differences:
        raise TypeError('enum mismatch:\n   ' + '\n   '.join(differences))
