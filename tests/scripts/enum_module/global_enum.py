# global_enum shows members by their module.
from enum import Enum, Flag, IntFlag, auto, global_enum, show_flag_values, bin


@global_enum
class G(Enum):
    GA = 1


@global_enum
class H(Flag):
    HA = auto()
    HB = auto()


@global_enum
class K(IntFlag):
    KA = 1
    KB = 2


print(repr(GA), str(GA), repr(HA | HB), repr(H(0)), repr(KA), str(KA), repr(K(7)), repr(K(0)))
print(show_flag_values(13), bin(10), bin(~10), bin(5, 6), bin(-5, 6), bin(0))
