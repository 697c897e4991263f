# wrap and fill, with every option.
import textwrap

text = 'Hello there -- you goof-ball, use the -b option!  It works.  See\tfoo.py: a/very/long/path/indeed--really.'
for width in (1, 7, 12, 30, 70):
    print(width, textwrap.wrap(text, width))
for options in [{'initial_indent': '* ', 'subsequent_indent': '    '}, {'break_long_words': False}, {'break_on_hyphens': False},
                {'expand_tabs': False}, {'tabsize': 3}, {'replace_whitespace': False}, {'drop_whitespace': False},
                {'fix_sentence_endings': True}, {'max_lines': 2}, {'max_lines': 3, 'placeholder': ' ...'}, {'max_lines': 1}]:
    print(options, textwrap.wrap(text, 14, **options))
print(textwrap.fill(text, 25))
print(textwrap.wrap(''), textwrap.wrap('   '), textwrap.wrap('  a'), textwrap.wrap('a\n\nb'), textwrap.wrap('x' * 5, 2))
for wrong in [lambda: textwrap.wrap('a', 0), lambda: textwrap.wrap('a', -1), lambda: textwrap.wrap('a', 3, max_lines=1), lambda: textwrap.wrap(5), lambda: textwrap.wrap('a', nothing=1)]:
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, str(e).replace('TextWrapper.', ''))
wrapper = textwrap.TextWrapper(width=10)
wrapper.subsequent_indent = '> '
print(wrapper.wrap('one two three four'), wrapper.fill('a b'))
