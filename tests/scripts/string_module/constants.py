# The constants, and capwords.
import string

for name in ['whitespace', 'ascii_lowercase', 'ascii_uppercase', 'ascii_letters', 'digits', 'hexdigits', 'octdigits', 'punctuation', 'printable']:
    print(name, repr(getattr(string, name)))
print(sorted(string.__all__))
print(string.capwords('abc def  ghi'), string.capwords('  ABC-def DEF '), string.capwords('abc-def', '-'), string.capwords('\tx\ty', '\t'))
