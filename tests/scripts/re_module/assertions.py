# Lookahead, lookbehind, and places between characters.
import re

print(re.findall(r'\w+(?=!)', 'no yes! maybe!'), re.findall(r'\b\w+\b(?!!)', 'no yes! maybe'))
print(re.findall('(?<=a)b', 'ab cb ab'), re.findall('(?<!a)b', 'ab cb'), re.search('(?<=ab|cd)x', 'cdx'), re.search('(?<=é)x', 'aéx'))
print(re.search(r'(?<=(a))b', 'ab').groups(), re.search(r'(a)(?<=\1)b', 'ab'), re.search('(?<=^a)b', 'ab'))
print(re.findall(r'^.', 'ab\ncd'), re.findall(r'(?m)^.', 'ab\ncd'), re.findall(r'.$', 'ab\ncd\n'), re.findall(r'(?m).$', 'ab\ncd\n'))
print(re.findall(r'\A.|.\Z', 'ab\n'), [m.start() for m in re.finditer('$', 'a\n')], [m.start() for m in re.finditer(r'\Z', 'a\n')])
print([m.start() for m in re.finditer(r'\b', 'one, été')], [m.start() for m in re.finditer(r'\B', 'one, two')])
print(re.search(r'\b', ''), re.search(r'\B', ''), re.search('(?a)\\bt', 'été'), re.search('\\bt', 'été'))
for pattern in ['(?<=a+)b', '(?<!a|bc)d', '(?<=(a)?)b', '(?<=(a)\\1)b', '(a(?<=\\1))', '(?<a)', '(?=a', '(?!)']:
    try:
        print(pattern, re.search(pattern, 'ab'))
    except re.error as e:
        print(pattern, e)
