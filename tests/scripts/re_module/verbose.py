# Verbose patterns: blanks and comments count for nothing.
import re

number = re.compile(r'''
    (?P<sign> [-+] )?       # a sign
    (?P<whole> \d+ )
    (?: \. (?P<part> \d* ) )?   # [ and what comes after the point
    ''', re.X)
print(number.match('-12.5').groupdict(), number.fullmatch('7'))
print(re.match(r'(?x)a b\ c[ ]d\#e # end', 'ab c d#e'), re.match('(?x) a | b ', 'b'), re.match('(?x:a b) c', 'ab c'), re.match('(?x)a(?-x: )b', 'a b'))
print(re.match('(?x)a # comment', 'a'), re.match('(?x)a {2}', 'aa'), re.match('a(?#comment)b', 'ab'), re.match('(?x)(?#c) a', 'a'))
