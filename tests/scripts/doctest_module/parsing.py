# Examples in a text, and what is wrong with some.
import doctest

parser = doctest.DocTestParser()
text = '''
Some words.

    >>> x = 1  # doctest: +ELLIPSIS, -SKIP
    >>> if x:
    ...     print('yes')
    ... else:
    ...     print('no')
    yes

More words.
    >>> 1 / 0
    Traceback (most recent call last):
      File "somewhere"
    ZeroDivisionError: division by zero
    and more
    >>> # only a comment
'''
for part in parser.parse(text, 'name'):
    if isinstance(part, doctest.Example):
        print((part.source, part.want, part.exc_msg, part.lineno, part.indent, part.options))
    else:
        print(repr(part))
print(parser.get_doctest(text, {}, 'name', 'file', 3))
for wrong in '>>>1', '>>> if x:\n...y', '  >>> 1\n 1', '>>> 1 # doctest: +NOTHING', '>>> # doctest: +SKIP', '  >>> if 1:\n ...   2':
    try:
        print(len(parser.get_examples(wrong, 'wrong')))
    except ValueError as error:
        print(error)
print(doctest.Example('1', '1') == doctest.Example('1\n', '1\n'), doctest.script_from_examples('Text.\n\n>>> 1\n1\n'))
checker = doctest.OutputChecker()
for want, got, flags in [('a...c', 'abc', doctest.ELLIPSIS), ('a...c', 'abd', doctest.ELLIPSIS), ('aa...aa', 'aaa', doctest.ELLIPSIS), ('a b\n', 'a\n b', doctest.NORMALIZE_WHITESPACE), ('1\n', 'True\n', 0), ('<BLANKLINE>\n', '\n', 0)]:
    print(checker.check_output(want, got, flags), end=' ')
print()
