# The ways to show how output differs from what was expected.
import doctest


def f():
    """
    >>> print('one\\ntwo\\nthree\\nfour')
    one
    2
    three
    four
    >>> print('no blank line\\n\\nat all')
    no blank line
    at all
    >>> 3
    >>> pass
    3
    >>> True
    1
    >>> print('a  b')
    a b
    """


for flag in 0, doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF:
    doctest.run_docstring_examples(f, {}, name='f', optionflags=flag)
doctest.run_docstring_examples(
    f, {}, name='f', optionflags=doctest.DONT_ACCEPT_TRUE_FOR_1 | doctest.NORMALIZE_WHITESPACE
)
