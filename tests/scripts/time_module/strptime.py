# Times from text, by a format.
import time

base = (2024, 2, 29, 13, 5, 9, 3, 60, 0)

for call in r"""
time.strptime('2024-02-29 13:05:09','%Y-%m-%d %H:%M:%S')
time.strptime('Thu Feb 29 13:05:09 2024')
time.strptime('29 feb 24','%d %b %y')
time.strptime('29 February 68','%d %B %y')
time.strptime('1 Jan 69','%d %b %y')
time.strptime('12:30 PM','%I:%M %p')
time.strptime('12 AM','%I %p')
time.strptime('1 pm','%I %p')
time.strptime('2024 060','%Y %j')
time.strptime('2024 8 4','%Y %W %w')
time.strptime('2024 8 4','%Y %U %w')
time.strptime('2024 9 4','%G %V %u')
time.strptime('2024 9','%G %V')
time.strptime('2024 9 4','%Y %V %u')
time.strptime('+0530','%z')
time.strptime('+05:30:15','%z').tm_gmtoff
time.strptime('-0100','%z').tm_gmtoff
time.strptime('Z','%z').tm_gmtoff
time.strptime('UTC','%Z')
time.strptime('GMT','%Z').tm_zone
time.strptime('123456','%f')
time.strptime('x','%Y')
time.strptime('2024x','%Y')
time.strptime('2024','%Q')
time.strptime('2024','%')
time.strptime('%2024','%%%Y')
time.strptime('2023-02-30','%Y-%m-%d')
time.strptime('13','%m')
time.strptime('2024',5)
time.strptime(5,'%Y')
time.strptime('  2024','%Y')
time.strptime('2024  01','%Y %m')
time.strptime('10/20/99','%x')
time.strptime('10:20:30','%X')
time.strptime('Thu Feb 29 13:05:09 2024','%c')
time.strptime('monday','%A')
time.strptime('mon','%a')
time.strptime('61','%S')
time.strptime('[2024]','[%Y]')
time.strptime('20240229','%Y%m%d')
time.strptime.__doc__[:30]
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
