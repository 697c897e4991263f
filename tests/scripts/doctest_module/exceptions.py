# Examples that raise.
import doctest


def f():
    """
    >>> 1 / 0
    Traceback (most recent call last):
    ZeroDivisionError: division by zero
    >>> 1 / 0
    Traceback (most recent call last):
        ...
    ZeroDivisionError: other words
    >>> 1 / 0  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    some.module.ZeroDivisionError: other words
    >>> 1 +
    Traceback (most recent call last):
    SyntaxError: invalid syntax
    >>> print('before'); raise KeyError('k')
    Traceback (most recent call last):
    KeyError: 'k'
    """


runner = doctest.DocTestRunner(verbose=False)
for test in doctest.DocTestFinder().find(f, 'f', globs={}):
    lines = []
    print(runner.run(test, out=lines.append))
    text = ''.join(lines)
    print(text.partition('Got:')[0])
debug = doctest.DebugRunner(verbose=False)
for source in '1 / 0', '1 + 1\n3':
    test = doctest.DocTestParser().get_doctest(f'>>> {source}', {}, 'name', 'file', 0)
    try:
        debug.run(test)
    except doctest.UnexpectedException as error:
        print('unexpected', error.exc_info[0], error.example.source)
    except doctest.DocTestFailure as error:
        print('failure', error.got, error.example.want, error)
