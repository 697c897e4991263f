# Seconds since the epoch to tuples, to text, and back.
import time

base = (2024, 2, 29, 13, 5, 9, 3, 60, 0)

for call in r"""
time.gmtime(0)
time.gmtime(1e9)
time.gmtime(-1)
time.gmtime(1709211909.9)
time.gmtime(-1.5)
time.gmtime('a')
time.gmtime(1e30)
time.gmtime(10**30)
time.gmtime(float('nan'))
time.gmtime(float('inf'))
time.gmtime(None)[:1]>(2000,)
time.gmtime(0).tm_zone, time.gmtime(0).tm_gmtoff
time.mktime(base)
time.mktime(time.gmtime(0))
time.mktime((1,2,3))
time.mktime('a')
time.mktime(())
time.mktime((2024,14,40,25,61,61,0,0,-1))
time.mktime([2024]*9)
time.asctime(base)
time.asctime(time.gmtime(0))
time.asctime((1,2,3))
time.asctime('a')
time.asctime((2024,13,1,0,0,0,0,1,0))
time.asctime((2024,1,32,0,0,0,0,1,0))
time.asctime((2024,1,1,24,0,0,0,1,0))
time.asctime((2024,1,1,0,60,0,0,1,0))
time.asctime((2024,1,1,0,0,62,0,1,0))
time.asctime((2024,1,1,0,0,0,7,1,0))
time.asctime((2024,1,1,0,0,0,-2,1,0))
time.asctime((2024,1,1,0,0,0,0,367,0))
time.asctime((10000,1,1,0,0,0,0,1,0))
time.asctime((-5,1,1,0,0,0,0,1,0))
time.asctime((2024,0,0,0,0,0,0,0,0))
time.asctime((2024,1.0,1,0,0,0,0,1,0))
time.ctime(0)
time.ctime('a')
time.ctime(None)[:3] in 'MonTueWedThuFriSatSun'
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
