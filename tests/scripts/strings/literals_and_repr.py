# Escapes, raw strings, triple quotes, and what repr makes of them.
print('\x41\u0042\U00000043\103\xe9\'\"\\', 'a\
b', r'\n\x', R"raw 'quoted'", '''three
lines "of" 'text'
here''', """x""")
for text in ('', "it's", 'say "hi"', 'both \' and "', 'tab\t', 'new\nline', 'cr\r', 'nul\0', 'bell\x07', 'del\x7f', 'back\\slash', 'é', '\xa0', '\xad', '€', '\u200b', '\u2028', '🐍', '\ud800', '\ue000', '\x85', '\U000e0001', '日本'):
    print(repr(text), ascii(text), len(text))
print(repr(['a', "it's", ('é',)]), str(['é\n']), {'k\t': 'v\\'})
print('a\x00b'.encode(), 'caf\u00e9' == 'café', '\101' == 'A', '\0' == chr(0), len('\u2603'))
print(u'unicode prefix', 'implicit ' 'concat' f'enation {1 + 1}' r'\n')
print('%r %a %s' % ('é', 'é', 'é'), '{!r} {!a} {!s}'.format('é', 'é', 'é'), f'{"é"!r} {"é"!a}')
print('tab\there', 'multi\nline', 'quote\'s', end='\n--\n')
print('a', 'b', sep='', end='|\n')
print('\u0041' == 'A', 'A' 'B' == 'AB', "\
joined")
