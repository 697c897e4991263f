# strptime: text and format to datetime.
import warnings
from datetime import datetime

warnings.simplefilter('ignore')

for text, form in [('2024-03-05', '%Y-%m-%d'), ('05/03/24 07:08', '%d/%m/%y %H:%M'), ('Mar 5 2024', '%b %d %Y'), ('tuesday march 5, 2024', '%A %B %d, %Y'), ('12:05 AM', '%I:%M %p'), ('12:05 pm', '%I:%M %p'), ('1:2:3.5', '%H:%M:%S.%f'),
                   ('2024 065', '%Y %j'), ('2024 10 2', '%Y %U %w'), ('2024 10 2', '%Y %W %w'), ('2020 53 7', '%G %V %u'), ('+0530', '%z'), ('-01:30', '%z'), ('Z', '%z'), ('+01:30:15.000007', '%z'), ('UTC', '%Z'), ('100%', '100%%'), (' 5', '%d'), ('a\tb 1', 'a b %d'),
                   ('Tue Mar  5 07:08:09 2024', '%c'), ('03/05/24', '%x'), ('07:08:09', '%X'), ('69', '%y'), ('68', '%y'), ('2024-2-29', '%Y-%m-%d'), ('1', '%f'), ('123456', '%f'), ('2024.(1)', '%Y.(%m)')]:
    print(repr(text), repr(form), repr(datetime.strptime(text, form)))
for text, form in [('2024', '%Y-%m'), ('2024-13', '%Y-%m'), ('2023-02-29', '%Y-%m-%d'), ('2024 x', '%Y'), ('x', '%Q'), ('x', '%'), ('5', '5%'), ('2024 10', '%G %V'), ('2024 10 1', '%Y %V %u'), ('10 2', '%V %w'), ('2024 100', '%G %j'), ('+25:00', '%z'), ('+01:3000', '%z'), ('61', '%M'),
                   ('0', '%d'), ('24', '%H'), ('13', '%I'), ('', '%Y'), ('Foo', '%b'), ('2020 54 1', '%G %V %u'), ('1 1', '%d %d'), ('29 02', '%d %m')]:
    try:
        print(repr(text), repr(form), datetime.strptime(text, form))
    except Exception as e:
        print(repr(text), repr(form), type(e).__name__, e)
for wrong in [lambda: datetime.strptime(5, '%Y'), lambda: datetime.strptime('x', 5), lambda: datetime.strptime('x')]:
    try:
        wrong()
    except TypeError as e:
        print(e)
