# The tuple with names that times are.
import time

base = (2024, 2, 29, 13, 5, 9, 3, 60, 0)

for call in r"""
time.struct_time(base)
time.struct_time((1,2))
time.struct_time(range(12))
time.struct_time(5)
time.struct_time(base+('X',3600)).tm_zone
time.struct_time(base)==base
time.struct_time(base).tm_year, time.struct_time(base)[0], time.struct_time(base)[-1], len(time.struct_time(base))
time.struct_time(base).tm_zone
hash(time.struct_time(base))==hash(base)
time.struct_time(base).__reduce__()
time.struct_time(base).__replace__(tm_year=1)
time.struct_time.n_fields,time.struct_time.n_sequence_fields,time.struct_time.n_unnamed_fields
time.struct_time.__match_args__
time.struct_time
time.struct_time(base)<(2025,)
time.struct_time(base)[1:3]
tuple(time.struct_time(base))
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
