# What fits each type, and what doesn't.
import struct

values = [0, -1, 127, 128, 255, 256, -129, 2**15, 2**16, -2**15 - 1, 2**31, 2**32, 2**63, 2**64, -2**63 - 1, 1.5, "a",
          b"a", b"ab", True, None, 1e300, 65504.0, 65520.0, float("inf")]
order = ""
for code in "cb<B?h>HiIlLqQ<q>QnNef<f>dspP":
    if code in "<>":
        order = code
        continue
    for value in values:
        try:
            print(order + code, value, struct.pack(order + code, value))
        except Exception as error:
            print(order + code, value, type(error).__name__, error)
    order = ""
