# What is wrong with a pattern, where, and in which words.
import re

patterns = ['(', ')', 'a)', '(a', '(?', '(?P', '(?P<', '(?P<a', '(?P<a>', '(?P<1>x)', '(?P<>x)', '(?P=a)', '(?P=', '(?Px)', '(?P<a>x)(?P<a>y)',
            '*', 'a**', 'a+*', '(*)', '|*', '^*', 'a{3,2}', 'a{2}{3}', '(?#', '(?z)', '(?<x)', '(?(1)a|b)', '(?(0)a)', '(?(x)a)', '(?(', '(?(1',
            '(a)(?(1)b|c|d)', '(?i', '(?iz)', '(?i-)', '(?i-z:)', '(?-i)', '(?i-i:a)', '(?L)a', '(?au)a', '(?-a:x)', 'a(?i)b', '(?-', '(?-:a)',
            '\\', '\\1', '(\\1)', '(a)\\2', '\\x', '\\x1', '\\u12', '\\U00110000', '\\N', '\\N{', '\\N{}', '\\N{nothing}', '\\q', '\\400', '\\8',
            'x{4294967295}', '(?<=(a)(?(1)b))', 'a\n(b\n[', '(?P<é>x)(?P=é', '(?i)(?m', '(?P<a-b>x)', '(?(a-b)x)', '(?(99999999999)x)']
for pattern in patterns:
    try:
        print(repr(pattern), re.compile(pattern))
    except re.error as e:
        print(repr(pattern), '|', e, '|', e.msg, e.pos, e.lineno, e.colno, e.pattern == pattern)
    except Exception as e:
        print(repr(pattern), type(e).__name__, e)
for pattern in [b'(?u)a', b'(?P<\xe9>x)', b'(?\xe9', b'(?La)x', b'\\u1234', b'(?P<n>a)(?P=m)']:
    try:
        print(pattern, re.compile(pattern))
    except re.error as e:
        print(pattern, '|', e)
print(re.error is re.PatternError, re.PatternError.__module__, re.PatternError.__mro__)
error = re.PatternError('message', 'pat\ntern', 5)
print(error, error.args, error.lineno, error.colno, repr(error))
print(re.PatternError('only a message').pos)
for pattern, flags in [('a', re.L), (b'a', re.U), ('a', re.A | re.U), (b'a', re.L | re.A), (5, 0), ([], 0), (re.compile('a'), re.I), (None, 0)]:
    try:
        print(re.compile(pattern, flags))
    except Exception as e:
        print(type(e).__name__, e)
