"""Flags: members that can be combined bit by bit."""

__name__ = 'enum'

from operator import and_, or_, xor

from _enum.bits import bin, bits_of, high_bit
from _enum.classes import CONFORM, EJECT, KEEP, STRICT, Enum, ReprEnum, not_valid, value_repr
from _enum.members import root


@root
class Flag(Enum, boundary=STRICT):
    """An enumeration whose members can be combined by |, &, ^ and ~."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the bit above the highest so far; start, or 1, for the first."""
        if last_values:
            return _next_bit(max(last_values))
        return 1 if start is None else start

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The members whose bits are in the value, the lowest first."""
        return map(cls._value2member_map_.get, bits_of(value & cls._flag_mask_))

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The members whose bits are in the value, in the order of their definition."""
        return iter(sorted(cls._iter_member_by_value_(value), key=lambda member: member._sort_order_))

    @classmethod
    def _missing_(cls, value):
        """The member that has all the flags of a value; it is made when it is asked for first."""
        if not isinstance(value, int):
            raise not_valid(cls, value)
        mask, all_bits, boundary = cls._flag_mask_, cls._all_bits_, cls._boundary_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if boundary is EJECT:
                return value
            value = _within_boundary(cls, value)
        bits = value
        if value < 0:
            # Counted down from what isn't there.
            bits = value + all_bits + 1 if boundary in (EJECT, KEEP) else value & cls._singles_mask_
        unknown = bits & ~mask
        if unknown and boundary is not KEEP:
            raise ValueError(f'{cls.__name__}({bits!r}) -->  unknown values {unknown!r} [{bin(unknown)}]')
        known = cls._value2member_map_
        if bits not in known:
            known[bits] = _combined(cls, bits)
        if value < 0:
            known[value] = known[bits]
        return known[bits]

    # A member, as a set of flags.

    def __contains__(self, other):
        """Whether all flags of the other are here, too."""
        if isinstance(other, type(self)):
            return not other._value_ & ~self._value_
        kinds = f'{type(other).__qualname__!r} and {type(self).__qualname__!r}'
        raise TypeError(f"unsupported operand type(s) for 'in': {kinds}")

    def __bool__(self):
        return self._value_ != 0

    def __len__(self):
        return self._value_.bit_count()

    def __iter__(self):
        """The flags that are combined here."""
        yield from self._iter_member_(self._value_)

    def __repr__(self):
        # Without any flag there is no name.
        name = '' if self._name_ is None else f'.{self._name_}'
        return f'<{type(self).__name__}{name}: {value_repr(self)}>'

    def __str__(self):
        name = f'({value_repr(self)})' if self._name_ is None else f'.{self._name_}'
        return f'{type(self).__name__}{name}'

    def _get_value(self, flag):
        """The value to combine with; NotImplemented if it is of another kind."""
        if isinstance(flag, type(self)):
            return flag._value_
        is_data = self._member_type_ is not object and isinstance(flag, self._member_type_)
        return flag if is_data else NotImplemented

    def __or__(self, other):
        return _operate(self, other, or_, '|')

    def __and__(self, other):
        return _operate(self, other, and_, '&')

    def __xor__(self, other):
        return _operate(self, other, xor, '^')

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._inverted_ is None:
            self._inverted_ = _complement(self)
        return self._inverted_


def _complement(flag):
    """The member of all flags that one doesn't have."""
    if flag._get_value(flag) is None:
        raise TypeError(f"'{flag}' cannot be inverted")
    rest = ~flag._value_
    return type(flag)(rest if flag._boundary_ in (EJECT, KEEP) else rest & flag._singles_mask_)


def _next_bit(value):
    """The bit above those of a flag's value."""
    try:
        return 1 << high_bit(value) + 1
    except Exception:
        raise TypeError(f'invalid flag value {value!r}') from None


def _operate(flag, other, operation, sign):
    """The member that the operation makes of the values of two."""
    operand = flag._get_value(other)
    if operand is NotImplemented:
        return NotImplemented
    for side in (flag, other):
        if flag._get_value(side) is None:
            raise TypeError(f"'{side}' cannot be combined with other flags with {sign}")
    return type(flag)(operation(flag._value_, operand))


def _within_boundary(cls, value):
    """What the boundary makes of a value with bits that no member has."""
    mask, boundary = cls._flag_mask_, cls._boundary_
    if boundary is CONFORM:
        return value & mask
    if boundary is KEEP:
        return value if value >= 0 else value + max(cls._all_bits_ + 1, 1 << value.bit_length())
    if boundary is not STRICT:
        raise ValueError(f'{cls!r} unknown flag boundary {boundary!r}')
    digits = max(value.bit_length(), mask.bit_length())
    given, allowed = bin(value, digits), bin(mask, digits)
    raise ValueError(f'{cls!r} invalid value {value!r}\n    given {given}\n  allowed {allowed}')


def _combined(cls, value):
    """A new member that stands for several: its name is theirs."""
    data = () if cls._member_type_ is object else (value,)
    new = cls._member_type_.__new__(cls, *data)
    if not hasattr(new, '_value_'):
        new._value_ = value
    parts = [*cls._iter_member_(value & cls._singles_mask_)]
    if value & ~cls._singles_mask_:
        # Bits that only combinations have.
        for known in cls._member_map_.values():
            if known._value_ and not known._value_ & ~value and known not in parts:
                parts.append(known)
    unknown = value
    for part in parts:
        unknown &= ~part._value_
    if unknown == value:
        new._name_ = None
        return new
    if unknown and cls._boundary_ is STRICT:
        raise ValueError(f'{cls!r}: no members with value {unknown!r}')
    names = [part._name_ for part in parts]
    if unknown:
        names.append(cls._numeric_repr_(unknown))
    new._name_ = '|'.join(names)
    return new


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags whose members are ints."""
