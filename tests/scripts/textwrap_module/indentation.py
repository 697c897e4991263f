# dedent takes the common margin away, indent adds one; shorten cuts.
import textwrap

for text in ['  a\n    b\n  c', '\ta\n\t b', '  a\n\tb', '', '\n', '  \n   a\n \n', 'a\n  b', '    x\n   \n\n    y\n']:
    print(repr(textwrap.dedent(text)))
print(repr(textwrap.indent('a\n\n  \nb', '> ')), repr(textwrap.indent('a\nb\n', '-', lambda line: 'b' in line)), repr(textwrap.indent('', 'x')))
print(textwrap.shorten('Hello   world!', 12), textwrap.shorten('Hello world!', 11), textwrap.shorten('Hello world', 10, placeholder='...'), repr(textwrap.shorten('  ', 5)))
try:
    textwrap.shorten('x' * 20, 4)
except ValueError as e:
    print(e)
