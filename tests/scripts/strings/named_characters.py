# \N{...} names a character.
print('\N{SNOWMAN} \N{EURO SIGN} \N{LATIN SMALL LETTER E WITH ACUTE} \N{GREEK SMALL LETTER ALPHA}')
print('\N{SNAKE}' == '🐍', f'\N{DIGIT ONE}{1 + 1}', len('\N{NO-BREAK SPACE}'))
for name in 'NO SUCH', '', 'SNOWMAN ':
    try:
        print(ascii(eval(f"'\\N{{{name}}}'")))
    except SyntaxError as error:
        print(error.msg)
try:
    eval(r"'\N'")
except SyntaxError as error:
    print(error.msg)
