# strftime and format.
from datetime import date, datetime, time, timedelta, timezone

t = datetime(2024, 3, 5, 7, 8, 9, 12345, timezone(timedelta(hours=-3, minutes=-30), 'NST'))
for code in 'aAbBcdDeFgGhHIjklmMnpPrRStTuUVwWxXyYzZ%f':
    print(code, repr(t.strftime('%' + code)))
print(t.strftime('%:z|%-d|%-m|%_d|%^a|%10Y|%%Y|text é'), repr(t.replace(tzinfo=None).strftime('[%z][%Z][%:z]')))
print(date(2024, 3, 5).strftime('%Y-%m-%d %H:%M:%S.%f %j %U %W'), time(7, 8, 9, 5).strftime('%H:%M:%S.%f %Y %p'), time(19).strftime('%I %p'))
print(f'{t:%Y/%m/%d}', format(t), f'{date(2024, 1, 2)}', f'{date(2024, 1, 2):%d.%m.}', '{:%H}'.format(time(5)), f'{t!r:.8}')
print(date(1, 2, 3).strftime('%Y|%y|%G'), date(999, 12, 31).strftime('%F'), date(2020, 12, 31).strftime('%G-W%V-%u %g %U %W'), date(2021, 1, 3).strftime('%G-W%V-%u %U %W %w'))
print(datetime(2024, 1, 1, 0, 5).strftime('%I:%M %p|%l|%k'), datetime(2024, 1, 1, 12).strftime('%I %p %P %r'), t.strftime(''), t.ctime())
for wrong in [lambda: t.strftime(5), lambda: t.strftime(), lambda: format(t, 5)]:
    try:
        wrong()
    except TypeError as e:
        print(e)
