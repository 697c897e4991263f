# UserList and UserString wrap a list and a str.
from collections import UserList, UserString

u = UserList([3, 1, 2])
u.append(5)
u.sort()
print(u, u[0], u[1:], type(u[1:]).__name__, u + [9], [0] + u, u * 2, 3 in u, u == [1, 2, 3, 5], u < [2])
u += (7,)
u[0:1] = 'ab'
del u[-1]
print(u, len(u), u.index('b'), u.count(2), u.pop(), u.copy(), list(reversed(u)))
s = UserString('Hello')
print(s, repr(s), s + ' you', 'oh ' + s, s * 2, s.upper(), type(s.upper()).__name__, s[1], s[1:3], 'ell' in s)
print(s == 'Hello', hash(s) == hash('Hello'), s.replace('l', 'L'), s.split('l'), s.encode(), s % () == 'Hello')
print(UserString(12), int(UserString('12')), s.startswith('He'), s.center(9, '*'), '%s!' % s, s.find('l'))
try:
    u[99]
except IndexError as error:
    print(error)
