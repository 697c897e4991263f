# What fits the items of each type code.
import warnings
from array import array

warnings.simplefilter("ignore")
for code in "bBuwhHiIlLqQfd":
    for v in (0, -1, 127, 128, 256, -129, 2**15, -2**15 - 1, 2**16, 2**31, -2**31 - 1, 2**32, 2**63, -2**63 - 1, 2**64,
              1.5, "a", "ab", "\U0001f600", b"a", None, True, []):
        try:
            print(code, v, array(code, [v])[0])
        except Exception as error:
            print(code, v, type(error).__name__, error)
