"""Enumerations: classes whose members are fixed when the class is made."""

from _enum.bits import bin, bits_of as _iter_bits_lsb, high_bit as _high_bit, is_single_bit as _is_single_bit
from _enum.bits import show_flag_values
from _enum.classes import CONFORM, EJECT, KEEP, STRICT, Enum, FlagBoundary, IntEnum, ReprEnum, StrEnum
from _enum.flags import Flag, IntFlag
from _enum.members import property
from _enum.metaclass import EnumType, make_unpicklable as _make_class_unpicklable
from _enum.names import EnumDict, auto, member, nonmember
from _enum.names import is_descriptor as _is_descriptor, is_dunder as _is_dunder, is_private as _is_private
from _enum.names import is_sunder as _is_sunder
from _enum.tools import CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, global_enum, global_enum_repr, global_flag_repr
from _enum.tools import global_str, pickle_by_enum_name, pickle_by_global_name, unique, verify
from _enum.tools import simple_enum as _simple_enum, test_simple_enum as _test_simple_enum

__all__ = [
    'EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
    'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
    'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS',
    'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name',
]

# Names that were there before.
EnumMeta = EnumType
_EnumDict = EnumDict
_reduce_ex_by_global_name = pickle_by_global_name
