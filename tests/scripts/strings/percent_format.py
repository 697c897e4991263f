# Formatting with %.
print('%s and %s' % ('a', 1), '%s' % None, '%s' % (('tuple',),), '%%' % (), '%s%%' % 5)
print('%d %i %u' % (1, -2, 3), '%5d|%-5d|%05d|%+d|% d' % (42, 42, 42, 42, 42), '%d' % 3.99, '%d' % True)
print('%x %X %o %#x %#o' % (255, 255, 8, 255, 8), '%c%c' % ('a', 98), '%r %a' % ('é', 'é'))
print(
    '%f %.2f %10.3f|%-10.1f|%+.0f' % (1.5, 2.345, 3.14159, 2.5, 2.5),
    '%e %.2E %g %G' % (12345.678, 0.00012, 1e10, 1e-10),
    '%#.3g' % 1,
)
print(
    '%10s|%-10s|%.2s|%5.1s|' % ('right', 'left', 'cut', 'xyz'), '%*d|%-*d|%.*f' % (5, 42, 5, 42, 2, 3.14159)
)
print('%(name)s is %(age)03d' % {'name': 'Ada', 'age': 36}, '%(a)s %(a)r' % {'a': 'x'}, '%s' % {'a': 1})
for action in (
    lambda: '%d' % 'x',
    lambda: '%s %s' % 'a',
    lambda: '%s' % ('a', 'b'),
    lambda: '%(a)s' % {},
    lambda: '%(a)s' % 5,
    lambda: '%y' % 1,
    lambda: '%' % 1,
    lambda: '%c' % 'ab',
    lambda: '%c' % -1,
    lambda: '%x' % 1.5,
    lambda: '%d' % None,
    lambda: '%f' % 'x',
    lambda: '%*d' % ('a', 1),
    lambda: '%(a' % {},
    lambda: 'plain' % 1,
    lambda: 'plain' % [],
    lambda: 'plain' % {},
    lambda: '%s' % (),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(b'%s %d %x' % (b'bytes', 5, 255), b'%b|%5.1f|%r' % (b'x', 2.5, 'é'), '%s %s' % (b'x', bytearray(b'y')))
print('%s' % 10**30, '%d' % 10**30, '%x' % 2**70, '%.3d' % 7, '%-5s|' % 'é', '%+05d' % 3, '%.10s' % 'short')
