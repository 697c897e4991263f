# Times as text, by a format.
import time

base = (2024, 2, 29, 13, 5, 9, 3, 60, 0)

for call in r"""
time.strftime('%Y-%m-%d %H:%M:%S',base)
time.strftime('%a %A %b %B %c %C %d %D %e %F %g %G %h %H %I %j %k %l %m %M %n %p %P %r %R %S %t %T %u %U %V %w %W %x %X %y %Y %z %Z %%',base)
time.strftime('%-d|%_m|%-H|%^a|%#p|%05d|%10Y|%Ey|%Od|%+|%Q|%',base)
time.strftime('',base)
time.strftime('é%Y☃',base)
time.strftime('%Y',(1,2))
time.strftime('%Y','a')
time.strftime(5,base)
time.strftime('%d',(2024,1,32,0,0,0,0,1,0))
time.strftime('%m',(2024,13,1,0,0,0,0,1,0))
time.strftime('%Y %y',(-5,1,1,0,0,0,0,1,0))
time.strftime('%Y %y',(12345,1,1,0,0,0,0,1,0))
time.strftime('%s',time.gmtime(0))
[time.strftime('%G-W%V-%u %U %W',time.gmtime(86400*(365*k+d))) for k in (0,34) for d in (0,364)]
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
