# timedelta: how it is made, shown and normalised.
from datetime import timedelta

for args in [{}, {'days': 1}, {'seconds': 90}, {'microseconds': -1}, {'hours': 25, 'minutes': -3}, {'weeks': 2, 'milliseconds': 5}, {'days': 0.5}, {'seconds': 1.000001}, {'microseconds': 0.5},
             {'microseconds': 1.5}, {'days': -1, 'seconds': 86399}, {'days': 1.1, 'hours': 0.1}, {'seconds': 1e9}, {'days': 999999999, 'seconds': 86399, 'microseconds': 999999}, {'days': True}]:
    d = timedelta(**args)
    print(args, repr(d), str(d), (d.days, d.seconds, d.microseconds), d.total_seconds(), bool(d))
print(timedelta(1, 2, 3, 4, 5, 6, 7), timedelta.min, timedelta.max, timedelta.resolution)
print(repr(timedelta.min), repr(timedelta.max), hash(timedelta(1)) == hash(timedelta(hours=24)))
for args in [{'days': 10 ** 9}, {'days': -10 ** 9}, {'days': 'x'}, {'days': None}, {'years': 1}, {'days': float('nan')}, {'days': float('inf')}, {'seconds': 10 ** 30}, {'days': 1j}]:
    try:
        print(timedelta(**args))
    except Exception as e:
        print(args, type(e).__name__, e)
for function in [lambda: timedelta(1, 2, 3, 4, 5, 6, 7, 8), lambda: timedelta(1, days=2)]:
    try:
        function()
    except TypeError as e:
        print(e)
