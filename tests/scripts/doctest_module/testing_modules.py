"""Module doc.

>>> 1 + 1
2
>>> f(3)
7
>>> print("a\\n\\nb")
a
<BLANKLINE>
b
>>> 1/0
Traceback (most recent call last):
  ...
ZeroDivisionError: division by zero
"""
def f(x):
    """Double.

    >>> f(2)
    4
    >>> f(2)
    5
    >>> for i in range(3):
    ...     print(i)
    0
    1
    2
    >>> f('a')  # doctest: +SKIP
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> print("a   b") # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> raise ValueError("x") # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: other
    """
    return x * 2
class C:
    """
    >>> C().m()
    1
    """
    def m(self):
        """
        >>> C().m()
        2
        """
        return 1
    @property
    def p(self):
        """
        >>> C().p
        3
        """
        return 3


if __name__ == '__main__':
    import doctest

    print(doctest.testmod())
